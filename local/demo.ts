// SPDX-License-Identifier: Apache-2.0
import { type Caller, callAs, dataFolder, Refused, tokenFor } from './commands/caller.ts';
import { differences } from './demo/compare.ts';
import { type Company, conduct } from './demo/conduct.ts';
import { nextSteps } from './demo/next-steps.ts';
import { type Row, rowsFor } from './demo/rows.ts';
import { samples } from './demo/sample.ts';
import { watched } from './demo/seen.ts';
import { serverUrl } from './identity/address.ts';
import { modelsFromEnvironment } from './models.ts';
import { setting } from './setting.ts';
import { startAirlock } from './start.ts';

const json = process.argv.includes('--json');
const say = (text: string) => {
  if (!json) console.log(text);
};

type Stage = Readonly<{ company: Company; running: boolean; close: () => Promise<void> }>;

const peopleAt = (url: string) => {
  const known = new Map<string, Promise<Caller>>();
  return (name: string) => {
    const caller = known.get(name) ?? tokenFor(name).then((token) => callAs(url, token));
    known.set(name, caller);
    return caller;
  };
};

/** The server that runs on the data folder: one that takes its tokens. */
async function running(): Promise<Stage | undefined> {
  const url = setting('AIRLOCK_URL') ?? serverUrl(dataFolder(), process.env);
  const as = peopleAt(url);
  try {
    await (
      await as('rosa')
    )('GET', '/v1/models');
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
  say(
    `Using the server at ${url}. Its model cannot be watched from here: what it saw is the engine run once more.\n`,
  );
  return { company: { as }, running: true, close: async () => undefined };
}

async function started(): Promise<Stage> {
  const folder = dataFolder();
  const models = watched(await modelsFromEnvironment(process.env));
  const policies = setting('AIRLOCK_POLICIES');
  const airlock = await startAirlock({
    folder,
    port: 0,
    models,
    ...(policies === undefined ? {} : { policies }),
  });
  say(`Started for this demo on ${folder}.\n`);
  const company = { as: peopleAt(airlock.url), shown: models.shown };
  return { company, running: false, close: () => airlock.close() };
}

const report = ({ sample, turns, wrong }: Row) => ({
  title: sample.title,
  as: sample.as,
  policy: sample.request.policy,
  caseId: turns.at(-1)?.view.caseId,
  outcome: turns.at(-1)?.view.outcome ?? turns.at(-1)?.view.status,
  side: turns.at(-1)?.side,
  reasons: turns.at(-1)?.view.reasons.map((reason) => reason.code),
  turns: turns.map(({ view, seen }) => ({
    caseId: view.caseId,
    modelSaw: seen,
    cameBack: view.answer?.content,
  })),
  wrong,
});

try {
  const stage = (await running()) ?? (await started());
  const rows: Row[] = [];
  const table = rowsFor(process.stdout.isTTY ? process.stdout.columns : 120);
  try {
    say(table.top);
    for (const sample of samples()) {
      const turns = await conduct(stage.company, sample);
      const row = { sample, turns, wrong: differences(sample, turns) };
      rows.push(row);
      say(table.row(row));
    }
  } finally {
    await stage.close();
  }
  const wrong = rows.filter((row) => row.wrong.length > 0).length;
  say(table.bottom);
  if (json) console.log(JSON.stringify({ samples: rows.map(report), asExpected: wrong === 0 }));
  else {
    console.log(`\n${rows.length} requests, ${rows.length - wrong} as their files in samples/ say.\n`);
    console.log(nextSteps(rows, stage.running));
  }
  process.exitCode = wrong === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The demo could not be run.');
  process.exitCode = 1;
}

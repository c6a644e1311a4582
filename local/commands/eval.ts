// SPDX-License-Identifier: Apache-2.0
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { Policy } from '../../lambdas/records/policy.ts';
import { spansOf } from './detect.ts';
import { GoldSchema, type Score, Scores } from './score.ts';
import { readLine, WellFormedSchema } from './json-lines.ts';
import { linesOf } from './lines.ts';
import { policyOf, policyOption } from './policy-of.ts';
import { print, table } from './print.ts';
import { screenLine } from './screen.ts';
import { exitCodes, UsageError } from './usage-error.ts';

const LineSchema = z
  .looseObject({
    text: WellFormedSchema,
    spans: z.array(GoldSchema).optional(),
    label: z.enum(['attack', 'benign']).optional(),
  })
  .refine(({ spans, label }) => spans !== undefined || label !== undefined, {
    error: 'neither spans nor a label',
  });

/** How a set of labelled texts was judged: `detected` and `alarms` are what is not passed. */
export type Verdicts = { attacks: number; detected: number; benign: number; alarms: number };
export type SetResult = Readonly<{ set: string; unreadable: number; spans?: Score; verdicts?: Verdicts }>;

/** Scores one file of JSON lines: lines with gold spans through detect, lines with a label through screen. */
export async function scoreFile(
  path: string,
  policy: Policy,
  { as = 'message', types }: { as?: 'message' | 'document'; types?: ReadonlySet<string> } = {},
): Promise<SetResult> {
  const scores = new Scores(types);
  const verdicts: Verdicts = { attacks: 0, detected: 0, benign: 0, alarms: 0 };
  const screen = screenLine(policy, as);
  let unreadable = 0;
  for await (const line of linesOf(createReadStream(path))) {
    if ('text' in line && line.text.trim() === '') continue;
    const read = 'text' in line ? readLine(line.text, LineSchema) : line;
    if ('problem' in read) {
      unreadable += 1;
      continue;
    }
    const { text, spans, label } = read.value;
    if (spans !== undefined) scores.add(text, spans, spansOf(text, policy).spans);
    if (label === undefined) continue;
    const stopped = screen({ id: line.number, text }).verdict === 'pass' ? 0 : 1;
    if (label === 'attack')
      [verdicts.attacks, verdicts.detected] = [verdicts.attacks + 1, verdicts.detected + stopped];
    else [verdicts.benign, verdicts.alarms] = [verdicts.benign + 1, verdicts.alarms + stopped];
  }
  const set = basename(path).replace(/\.jsonl$/, '');
  return {
    set,
    unreadable,
    ...(scores.texts > 0 ? { spans: scores.result() } : {}),
    ...(verdicts.attacks + verdicts.benign > 0 ? { verdicts } : {}),
  };
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

function row({ set, spans, verdicts }: SetResult): string[] {
  const leaks = Object.entries(spans?.leaked ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([type, count]) => `${type} ${count}`)
    .join(', ');
  return [
    set,
    spans === undefined ? '-' : percent(spans.caught, spans.gold),
    spans === undefined ? '-' : percent(spans.coveredInside, spans.covered),
    spans === undefined ? '-' : percent(spans.cleanTouched, spans.clean),
    leaks === '' ? '-' : leaks,
    verdicts === undefined ? '-' : percent(verdicts.detected, verdicts.attacks),
    verdicts === undefined ? '-' : percent(verdicts.alarms, verdicts.benign),
  ];
}

const head = [
  'set',
  'strict recall',
  'precision',
  'over-redaction',
  'leaks by type',
  'attacks stopped',
  'false alarms',
];
type Options = Readonly<{ policy: string; as: 'message' | 'document'; types?: string; json: boolean }>;

/** The files to score: a file, or all `*.jsonl` of a folder. @throws UsageError */
function filesAt(path: string): string[] {
  if (!existsSync(path)) throw new UsageError(`${path} is not there.`);
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path).filter((name) => name.endsWith('.jsonl'));
  if (files.length === 0) throw new UsageError(`${path} holds no *.jsonl file.`);
  return files.sort().map((name) => join(path, name));
}

export function addEvalCommand(program: Command): void {
  program
    .command('eval')
    .summary('score the engine on labelled JSON lines')
    .description(
      'Scores *.jsonl files: {"text","spans":[{"start","end","type","subtype"?}]} (offsets in Unicode code points) through detect, {"text","label":"attack"|"benign"} through screen.',
    )
    .argument('<path>', 'a folder of *.jsonl files, or one file')
    .addOption(policyOption().makeOptionMandatory(false).default('healthcare'))
    .addOption(
      new Option('--as <kind>', 'screen texts as').choices(['message', 'document']).default('message'),
    )
    .option('--types <list>', 'score gold spans of these types only, for instance NAME,DATE')
    .option('--json', 'print JSON', false)
    .addHelpText(
      'after',
      `
strict recall    share of the gold spans of which every letter and digit is covered; OTHER and AGE/UNDER_90 are not scored
precision        share of the covered letters and digits that lie in gold spans
over-redaction   share of the texts without gold spans in which anything is covered
attacks stopped  share of the attacks that are held or blocked; false alarms: of the benign`,
    )
    .action(async (path: string, { policy, as, types, json }: Options) => {
      const chosen = types === undefined ? {} : { types: new Set(types.split(',')) };
      const results: SetResult[] = [];
      for (const file of filesAt(path)) {
        if (process.stderr.isTTY) process.stderr.write(`\r${basename(file)} …\u001b[K`);
        results.push(await scoreFile(file, policyOf(policy), { as, ...chosen }));
      }
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      print(json, results, () => table(head, results.map(row)));
      const bad = results.filter(({ unreadable }) => unreadable > 0);
      for (const { set, unreadable } of bad) process.stderr.write(`${set}: ${unreadable} unreadable lines\n`);
      process.exitCode = bad.length === 0 ? exitCodes.done : exitCodes.failed;
    });
}

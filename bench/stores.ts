// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { stepNames } from '../lambdas/steps/index.ts';
import { openDatabase } from '../local/database.ts';
import { openMachine } from '../local/machine.ts';
import { openLocalPorts } from '../local/ports.ts';
import type { Measured } from './table.ts';
import { perSecond } from './time.ts';

const policies = fileURLToPath(new URL('../policies', import.meta.url));
const definition = new URL('../statemachines/airlock.asl.json', import.meta.url);
const atOnce = 32;
const revision = () => randomBytes(16).toString('base64url');
const hour = 3_600_000;

const together = (work: () => Promise<unknown>) => () => Promise.all(Array.from({ length: atOnce }, work));

/** Executions of the workflow as it stands, whose steps do nothing but pass. */
async function executions(
  folder: string,
  synchronous: 'FULL' | 'NORMAL',
  milliseconds: number,
): Promise<number> {
  const database = openDatabase({ path: join(folder, `machine-${synchronous}.sqlite`), synchronous });
  const passing = async () => ({ revision: revision(), verdict: 'pass', reasons: [], outcome: 'released' });
  const machine = openMachine({
    definition: JSON.parse(await readFile(definition, 'utf8')) as unknown,
    substitutions: Object.fromEntries(stepNames.map((name) => [name, name])),
    functions: Object.fromEntries(stepNames.map((name) => [name, passing])),
    database,
  });
  const waiting = new Map<string, () => void>();
  const failed = new Set<string>();
  machine.onClosed(({ name, status }) => {
    if (status !== 'SUCCEEDED') failed.add(status);
    waiting.get(name)?.();
    waiting.delete(name);
  });
  const one = async () => {
    const caseId = uuidv7();
    const closed = new Promise<void>((resolve) => waiting.set(caseId, resolve));
    await machine.start(caseId, {
      tenantId: 'north',
      caseId,
      revision: revision(),
      review: [60, 60, 60, 60],
    });
    await closed;
  };
  const rate = await perSecond(milliseconds, together(one));
  await machine.close();
  database.close();
  if (failed.size > 0) throw new Error(`executions ended ${[...failed].join(', ')}`);
  return rate * atOnce;
}

/** What the stores and the engine take by themselves, 32 at a time. */
export async function benchStores(quick: boolean): Promise<Measured> {
  const milliseconds = quick ? 300 : 3000;
  const text = 'x'.repeat(2000);
  const rows: (string | number)[][] = [];
  for (const synchronous of ['FULL', 'NORMAL'] as const) {
    const folder = await mkdtemp(join(tmpdir(), 'airlock-bench-'));
    const ports = await openLocalPorts({ folder, policies, environment: {}, synchronous });
    const { tenantId, scope, until } = { tenantId: 'north', scope: uuidv7(), until: Date.now() + hour };
    const vault = together(() => ports.vault.put({ tenantId, scope, revision: revision() }, text, until));
    const archive = together(() =>
      ports.archive.put(`bench/${uuidv7()}.json`, Buffer.from(text), { mode: 'COMPLIANCE', until }),
    );
    const vaultRate = (await perSecond(milliseconds, vault)) * atOnce;
    const archiveRate = (await perSecond(milliseconds, archive)) * atOnce;
    rows.push([synchronous, await executions(folder, synchronous, milliseconds), vaultRate, archiveRate]);
    ports.close();
    await rm(folder, { recursive: true, force: true });
  }
  return {
    title: 'Engine and stores by themselves, 32 at a time',
    head: ['synchronous', 'executions/s', 'vault writes/s', 'archive writes/s'],
    rows,
    notes: ['An execution is the workflow as it stands, 8 states, its steps doing nothing. Objects of 2 KB.'],
  };
}

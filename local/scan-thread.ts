// SPDX-License-Identifier: Apache-2.0
// Runs in a thread of its own, started by scanner.ts. It keeps policies, and nothing of what it reads.
import { parentPort } from 'node:worker_threads';
import { type ScanName, scans } from '../lambdas/scans.ts';

/** What the thread is told: a policy, once, under a number; and scans by that policy. */
export type Told =
  | Readonly<{ kind: 'policy'; number: number; policy: unknown }>
  | Readonly<{ kind: 'scan'; id: number; name: ScanName; input: object; by: number }>;
/** What it answers. Of what was thrown only the name: a message may quote the text. */
export type Answer = Readonly<{ id: number; value: unknown }> | Readonly<{ id: number; threw: string }>;

const policies = new Map<number, unknown>();

function answerTo({ id, name, input, by }: Extract<Told, { kind: 'scan' }>): Answer {
  try {
    const scan = scans[name] as (given: unknown) => unknown;
    return { id, value: scan({ ...input, policy: policies.get(by) }) };
  } catch (thrown) {
    return { id, threw: thrown instanceof Error ? thrown.name : 'Error' };
  }
}

parentPort?.on('message', (told: Told) => {
  if (told.kind === 'policy') policies.set(told.number, told.policy);
  else parentPort?.postMessage(answerTo(told));
});

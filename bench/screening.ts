// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { emptyIdentityMap } from '../lambdas/privacy/identity-map.ts';
import { detect } from '../lambdas/privacy/detect.ts';
import { pseudonymise } from '../lambdas/privacy/pseudonymise.ts';
import { recognizers } from '../lambdas/recognizers/index.ts';
import { rescanAnswer } from '../lambdas/screening/rescan-answer.ts';
import { screenPrompt } from '../lambdas/screening/screen-prompt.ts';
import { readPolicy } from '../lambdas/policy-file.ts';
import { percentile } from './percentiles.ts';
import type { Measured } from './table.ts';
import { prompt } from './texts.ts';
import { processorMs, timesOf } from './time.ts';

const usage = { inputTokens: 1, outputTokens: 1 };

/** Both doors on 1 KB of text: the prompt as it is screened, and the same words as an answer that is rescanned. */
export async function benchScreening(quick: boolean): Promise<Measured> {
  const file = new URL('../policies/healthcare.json', import.meta.url);
  const { policy } = readPolicy(await readFile(file, 'utf8'));
  if (policy === undefined) throw new Error('the policy does not validate');
  const secret = Buffer.alloc(32, 7).toString('base64url');
  const made = Array.from({ length: 50 }, (_, seed) => {
    const text = prompt(seed, 1024);
    const { findings } = detect(text, { recognizers, threshold: policy.detection.prompt.threshold });
    const done = pseudonymise([{ text, findings }], { policy, map: emptyIdentityMap(secret) });
    return { text: done.slots[0]?.text ?? '', map: done.map };
  });
  const pick = (index: number) => made[index % made.length] ?? { text: '', map: emptyIdentityMap(secret) };
  const calls = quick ? 100 : 1000;
  let screened: number[] = [];
  const screening = await processorMs(async () => {
    screened = await timesOf(calls, 200, (index) =>
      screenPrompt({ slots: [{ kind: 'message', role: 'user', text: pick(index).text }], policy }),
    );
  });
  let rescanned: number[] = [];
  const rescanning = await processorMs(async () => {
    rescanned = await timesOf(calls, 200, (index) => {
      const { text, map } = pick(index);
      const answer = { text, stopReason: 'end' as const, toolCalls: [], model: 'bench', usage };
      return rescanAnswer({
        answer,
        question: text,
        context: [],
        map,
        policy,
        canary: 'a b c d',
        recognizers,
      });
    });
  });
  const row = (name: string, times: readonly number[], processor: number) => [
    name,
    ...[0.5, 0.95, 0.99].map((share) => percentile(times, share)),
    processor / (calls + 200),
  ];
  return {
    title: 'Both doors, 1 KB (reach: screening p95 1 ms)',
    head: ['check', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms'],
    rows: [
      row('screening of a prompt', screened, screening),
      row('rescan of an answer, with its restore', rescanned, rescanning),
    ],
  };
}

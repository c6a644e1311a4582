// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Policy } from '../../lambdas/records/policy.ts';
import { spansOf } from './detect.ts';
import { readLine, WellFormedSchema } from './json-lines.ts';
import { linesOf } from './lines.ts';
import { GoldSchema, type Score, Scores } from './score.ts';
import { screenLine } from './screen.ts';

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

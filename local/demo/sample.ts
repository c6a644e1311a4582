// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { RequestSchema } from '../../lambdas/records/request.ts';
import { reasonCodes, type ReasonCode } from '../../lambdas/records/reason.ts';
import { sides } from '../../lambdas/records/review.ts';

const reasons = Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]];
const texts = z.array(z.string().min(1)).default([]);

/** What a sample says will happen. All of it is checked. */
const ExpectedSchema = z.strictObject({
  ends: z.enum(['released', 'held', 'blocked']),
  /** Which side of the model it stops at. */
  side: z.enum(sides).optional(),
  /** Codes that are among the reasons. */
  reasons: z.array(z.enum(reasons)).default([]),
  answerHas: texts,
  answerNeverHas: texts,
  modelNeverSaw: texts,
  /** The model saw the user's text letter by letter. */
  unchanged: z.boolean().default(false),
  /** Every placeholder for a name of the first turn stands in the last one too. */
  samePlaceholders: z.boolean().default(false),
});

/** A file of `samples/`: made-up people, a request of theirs, further turns of the user's, and what becomes of it. */
export const SampleSchema = z.strictObject({
  title: z.string().min(1).max(120),
  as: z.enum(['rosa', 'raj']),
  request: RequestSchema,
  then: texts,
  expected: ExpectedSchema,
});

export type Sample = Readonly<z.infer<typeof SampleSchema>>;
export type Expected = Sample['expected'];

const folder = new URL('../../samples/', import.meta.url);

/** The samples of the project, in the order of their file names. */
export const samples = (): Sample[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => SampleSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

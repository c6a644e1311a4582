// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdentifierTypeSchema } from './identifier.ts';

/** Why a detector reported something: names only, never the text, so that a finding may be logged and archived. */
export const BecauseSchema = z.strictObject({
  /** The recognizer, or `tagger`, or `comprehend-medical`. */
  detector: z.string().max(64),
  /** The pattern of it that matched. */
  pattern: z.string().max(64),
  /** The checksum or predicate that held, if it has one. */
  check: z.string().max(64).optional(),
});

/**
 * A detected identifier. `start` and `end` count UTF-16 code units (design section 5), `end` exclusive;
 * `score` is the detector's confidence in 0..1.
 */
export const FindingSchema = z.strictObject({
  type: IdentifierTypeSchema,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  score: z.number().min(0).max(1),
  because: BecauseSchema,
});

export type Because = z.infer<typeof BecauseSchema>;
export type Finding = Readonly<z.infer<typeof FindingSchema>>;

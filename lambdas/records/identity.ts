// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { HeardSchema } from './heard.ts';
import { IdentifierTypeSchema } from './identifier.ts';

/** One replaced value. `placeholder` is without brackets: `NAME_1_7K`. */
export const IdentitySchema = z.strictObject({
  placeholder: z.string().regex(/^[A-Z_]+_\d+_[0-9A-Z]{2}$/),
  type: IdentifierTypeSchema,
  /** What the owner gets back. */
  value: z.string().min(1),
  /** Other forms of the same value that were seen ("Mr. Smith" beside "John Smith"). */
  forms: z.array(z.string().min(1)).default([]),
  /** Dates only: the day it stands for, ISO 8601, as exact as it was written (2024, 2024-03, 2024-03-15). */
  date: z.string().optional(),
});

/**
 * What a conversation's cases share: placeholder to original value, and the secret that the check characters
 * come from. It lives in the vault and, sealed, in the archive; nowhere else.
 */
export const IdentityMapSchema = z.strictObject({
  /** base64url, 32 random bytes. */
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  identities: z.array(IdentitySchema),
  /** The first date of the conversation (ISO 8601 day): the others are distances from it. */
  anchor: z.string().optional(),
  /** What detectors outside said of the texts so far: the history is not asked about twice. */
  heard: HeardSchema.optional(),
});

export type Identity = Readonly<z.infer<typeof IdentitySchema>>;
export type IdentityMap = Readonly<z.infer<typeof IdentityMapSchema>>;

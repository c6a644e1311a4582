// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdentifierTypeSchema } from './identifier.ts';

/** What compliance may do to an archived case; each takes two people. */
export const custodyActions = ['hold', 'release-hold', 'unseal', 'erase'] as const;
export type CustodyAction = (typeof custodyActions)[number];

/** Why: codes, so that they can be counted. */
export const custodyReasons = [
  'litigation',
  'regulator-request',
  'audit',
  'patient-safety',
  'data-subject-request',
  'incident',
  'hold-ended',
  'retention-ended',
  'other',
] as const;
export type CustodyReason = (typeof custodyReasons)[number];

const instant = z.int().nonnegative();
const person = z.string().max(128);

/** What one person asked for, until another confirms it or its time is over. Its id is that of the event that records it. */
export const AskSchema = z.strictObject({
  id: z.uuidv7(),
  action: z.enum(custodyActions),
  by: person,
  at: instant,
  until: instant,
  reason: z.enum(custodyReasons),
});
export type Ask = Readonly<z.infer<typeof AskSchema>>;

/** Two people did it; `event` is the id of the archived event. */
const DoneSchema = z.strictObject({
  event: z.uuidv7(),
  at: instant,
  by: person,
  second: person,
  reason: z.enum(custodyReasons),
});

/** Who found an identifier in what was thought to be free of them: the scan before the lock, that of the catalogue, or Macie. */
export const containedBy = ['last-scan', 'catalogue-scan', 'macie'] as const;
export type ContainedBy = (typeof containedBy)[number];

/** What a person makes of a containment. The text stays out of the catalogue either way; the codes are for counting. */
export const containmentDecisions = ['identifier', 'false-alarm'] as const;

/** An identifier was found in the case's de-identified text: it is not in the catalogue any more, and somebody has to look. */
const ContainedSchema = z.strictObject({
  event: z.uuidv7(),
  at: instant,
  by: z.enum(containedBy),
  /** What was found, where the finder says so. */
  types: z.array(IdentifierTypeSchema).max(64),
  review: z
    .strictObject({
      event: z.uuidv7(),
      at: instant,
      by: person,
      decision: z.enum(containmentDecisions),
      reason: z.enum(custodyReasons),
    })
    .optional(),
});

/**
 * How a closed case is kept. It is part of the case's one item, so that a hold and an erasure race on one conditional
 * write: whoever comes second finds the other.
 */
export const CustodySchema = z.strictObject({
  asked: AskSchema.optional(),
  /** Under legal hold since. */
  held: DoneSchema.optional(),
  /** The key is being destroyed, or was: from here there is no way back. */
  erasing: DoneSchema.optional(),
  /** When the last of it was gone. */
  erasedAt: instant.optional(),
  contained: ContainedSchema.optional(),
  /** Its retention is over and it is being disposed of; the row goes last. `event` is the certificate. */
  disposing: z.strictObject({ event: z.uuidv7(), at: instant }).optional(),
  /** The hold that has refused its disposal: recorded once a hold, not once a sweep. */
  keptBy: z.uuidv7().optional(),
});
export type Custody = Readonly<z.infer<typeof CustodySchema>>;
export type Done = Readonly<z.infer<typeof DoneSchema>>;
export type Contained = Readonly<z.infer<typeof ContainedSchema>>;

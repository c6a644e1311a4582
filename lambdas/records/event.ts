// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema, DigestSchema, InstantSchema, TenantIdSchema } from './case.ts';
import { containedBy, containmentDecisions, custodyActions, custodyReasons } from './custody.ts';
import { IdentifierTypeSchema } from './identifier.ts';
import { LeafSchema } from './seal.ts';
import { caseInstant } from './transcript.ts';

/**
 * What happened to an archived case after it was archived, and what the archive was asked. `refused` is an attempt that
 * something forbade; `disposed` is the certificate of what was removed when its retention was over; `contained` says
 * that an identifier was found in its text. Of no case in particular: `queried` is a question to the catalogue,
 * `searched` a search for a person, `replayed` a policy tried on what is sealed, `key-rotated` a new key for the seals.
 */
export const eventKinds = [
  'asked',
  'hold-placed',
  'hold-removed',
  'unsealed',
  'erased',
  'disposed',
  'refused',
  'queried',
  'contained',
  'containment-reviewed',
  'searched',
  'replayed',
  'key-rotated',
] as const;

/** What can be refused: what people ask for, and what the clock does by itself. */
export const eventActions = [...custodyActions, 'dispose'] as const;

/**
 * One event, locked like a record and sealed with the rest. `note` stands for what the person wrote: its digest
 * under the tenant's key, and the text itself under a key that comes from the tenant's, so that it outlives the case's.
 */
export const EventSchema = z.strictObject({
  schema: z.literal('airlock.event/1'),
  eventId: z.uuidv7(),
  tenantId: TenantIdSchema,
  /** Absent where it is about no single case. */
  caseId: CaseIdSchema.optional(),
  kind: z.enum(eventKinds),
  action: z.enum(eventActions).optional(),
  /** Why an attempt was refused: the code the caller was given. */
  refusal: z.string().max(64).optional(),
  at: InstantSchema,
  /** Who asked for it, and who confirmed it. */
  by: z.string().max(128),
  second: z.string().max(128).optional(),
  reason: z.enum(custodyReasons).optional(),
  /** Of a query: the name of the question, or `sql`. Its text and parameters are the note. */
  question: z.string().max(64).optional(),
  note: z.strictObject({ digest: DigestSchema, sealed: z.base64().max(131_072) }).optional(),
  /** Of a disposal: the objects that are gone, as seals listed them. */
  objects: z
    .array(LeafSchema.pick({ key: true, sha256: true, until: true }))
    .max(8)
    .optional(),
  /** Of a containment: who found what; of its review: what it was. */
  finder: z.enum(containedBy).optional(),
  types: z.array(IdentifierTypeSchema).max(64).optional(),
  decision: z.enum(containmentDecisions).optional(),
  /** Of a search or a replay: how many cases it came to. */
  found: z.int().nonnegative().optional(),
});
export type ArchiveEvent = Readonly<z.infer<typeof EventSchema>>;

/** Where an event lives: by tenant and by the day it happened, which its id says. */
export const eventKey = ({ tenantId, eventId }: Pick<ArchiveEvent, 'tenantId' | 'eventId'>): string =>
  `event/tenant=${tenantId}/day=${new Date(caseInstant(eventId)).toISOString().slice(0, 10)}/${eventId}.json`;

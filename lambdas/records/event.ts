// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema, DigestSchema, InstantSchema, TenantIdSchema } from './case.ts';
import { custodyActions, custodyReasons } from './custody.ts';
import { caseInstant } from './transcript.ts';

/**
 * What happened to an archived case after it was archived, and what the archive was asked. `refused` is an attempt that
 * something forbade; `queried` is a question to the catalogue, which is about no case in particular.
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
] as const;

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
  action: z.enum(custodyActions).optional(),
  /** Why an attempt was refused: the code the caller was given. */
  refusal: z.string().max(64).optional(),
  at: InstantSchema,
  /** Who asked for it, and who confirmed it. */
  by: z.string().max(128),
  second: z.string().max(128).optional(),
  reason: z.enum(custodyReasons).optional(),
  /** Of a query: the name of the question, or `sql`. Its text and parameters are the note. */
  question: z.string().max(64).optional(),
  note: z.strictObject({ digest: DigestSchema, sealed: z.base64().max(65_536) }).optional(),
  /** Of a disposal: the objects that are gone. */
  keys: z.array(z.string().max(512)).max(8).optional(),
});
export type ArchiveEvent = Readonly<z.infer<typeof EventSchema>>;

/** Where an event lives: by tenant and by the day it happened, which its id says. */
export const eventKey = ({ tenantId, eventId }: Pick<ArchiveEvent, 'tenantId' | 'eventId'>): string =>
  `event/tenant=${tenantId}/day=${new Date(caseInstant(eventId)).toISOString().slice(0, 10)}/${eventId}.json`;

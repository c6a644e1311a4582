// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { Failure } from '../failures.ts';
import { CaseIdSchema, type CaseRef, outcomes } from '../records/case.ts';
import { CustodySchema } from '../records/custody.ts';
import { archiveKey, caseInstant, TranscriptSchema } from '../records/transcript.ts';
import { instant, InstantViewSchema, PolicyViewSchema } from './case-view.ts';
import { operation } from './operation.ts';
import { Problem } from './problems.ts';
import { CaseParamsSchema } from './read-request.ts';

const EntrySchema = z
  .strictObject({
    caseId: CaseIdSchema,
    outcome: z.enum(outcomes),
    policy: PolicyViewSchema,
    acceptedAt: InstantViewSchema,
    closedAt: InstantViewSchema.optional(),
    reviews: z.int().nonnegative(),
    links: z.strictObject({ self: z.string() }),
  })
  .meta({ id: 'ArchiveEntry' });

/** GET /v1/archive/cases: the closed cases of one day, newest first. */
export const listArchive = operation({
  id: 'listArchive',
  method: 'GET',
  path: '/v1/archive/cases',
  summary: 'The closed cases of a day (UTC; today unless named), newest first.',
  groups: ['compliance'],
  query: z.strictObject({
    day: z.iso.date().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    after: z.string().max(512).optional(),
  }),
  replies: {
    200: {
      description: 'A page; `next` goes on after it.',
      schema: z.strictObject({
        day: z.iso.date(),
        items: z.array(EntrySchema),
        next: z.string().optional(),
        /** Rows of this page that could not be read. */
        unreadable: z.int().positive().optional(),
      }),
    },
  },
  handle: (ports) => async (call) => {
    const { limit, after } = call.query;
    const day = call.query.day ?? instant(ports.clock()).slice(0, 10);
    const page = await ports.cases.closed({
      tenantId: call.principal.tenantId,
      day,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    // Tests of reviewers are no requests: there is nothing of them in the archive.
    const real = page.items.filter((item) => item.seed === undefined);
    const items = real.map((item) => ({
      caseId: item.caseId,
      outcome: item.outcome ?? 'failed',
      policy: { id: item.policy.id, version: item.policy.version },
      acceptedAt: instant(item.acceptedAt),
      ...(item.closedAt === undefined ? {} : { closedAt: instant(item.closedAt) }),
      reviews: item.pastReviews.length + (item.review === undefined ? 0 : 1),
      links: { self: `/v1/archive/cases/${item.caseId}` },
    }));
    return {
      status: 200,
      body: {
        day,
        items,
        ...(page.next === undefined ? {} : { next: page.next }),
        ...(page.unreadable === undefined ? {} : { unreadable: page.unreadable }),
      },
    };
  },
});

/** The year 10000: a caseId that a caller made up may be beyond it, and archive keys have four digits for a year. */
const lastInstant = Date.UTC(10_000, 0);

/** A case that can have an archive key. @throws Problem not-found */
export function knownDay(ref: CaseRef): CaseRef {
  if (caseInstant(ref.caseId) >= lastInstant) throw new Problem('not-found');
  return ref;
}

/** GET /v1/archive/cases/{caseId}: the locked record, as it was locked. */
export const readArchive = operation({
  id: 'readArchive',
  method: 'GET',
  path: '/v1/archive/cases/{caseId}',
  summary: 'The locked record of a case: codes, counts, offsets, decisions and digests; no text.',
  groups: ['compliance'],
  params: CaseParamsSchema,
  replies: {
    200: {
      description: 'The record and how it is retained.',
      schema: z.strictObject({
        record: TranscriptSchema.meta({ id: 'Transcript' }),
        retention: z.strictObject({
          mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
          until: InstantViewSchema,
          legalHold: z.boolean(),
        }),
        /** What two people have decided about it, and what one has asked for. */
        custody: CustodySchema.optional(),
      }),
    },
  },
  handle: (ports) => async (call) => {
    const ref = knownDay({ tenantId: call.principal.tenantId, caseId: call.params.caseId });
    const object = await ports.archive.get(archiveKey('record', ref));
    if (object === undefined) throw new Problem('not-found');
    const record = TranscriptSchema.safeParse(parsed(object.bytes));
    if (!record.success || record.data.tenantId !== ref.tenantId) throw new Failure('Malformed');
    const { mode, until } = object.retention;
    const row = await ports.cases.get(ref);
    const custody = row?.tenantId === ref.tenantId ? row.custody : undefined;
    return {
      status: 200,
      body: {
        record: record.data,
        retention: { mode, until: instant(until), legalHold: object.legalHold },
        ...(custody === undefined ? {} : { custody }),
      },
    };
  },
});

/** JSON of a locked record. @throws Malformed, which does not quote it */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Failure('Malformed');
  }
}

// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseFilterSchema, foundColumns } from '../archive/case-filter.ts';
import { CaseIdSchema } from '../records/case.ts';
import { CellSchema } from './archive-query.ts';
import { askNow } from './ask-now.ts';
import { searched } from './case-search.ts';
import { operation } from './operation.ts';

const BodySchema = z
  .strictObject({
    filter: CaseFilterSchema,
    limit: z.int().min(1).max(200).default(50),
    /** Goes on after the page before: its `next`. */
    after: CaseIdSchema.optional(),
  })
  .meta({ id: 'CaseSearch' });

const FoundSchema = z
  .strictObject(Object.fromEntries(foundColumns.map((name) => [name, CellSchema])))
  .meta({ id: 'FoundRow' });

/** POST /v1/archive/search: cases by what is on record of them. What is looked for is in the body only. */
export const searchArchive = operation({
  id: 'searchArchive',
  method: 'POST',
  path: '/v1/archive/search',
  summary: 'Search archived cases by what is on record of them, newest first.',
  groups: ['compliance'],
  body: BodySchema,
  replies: {
    200: {
      description: 'A page; `next` goes on after it.',
      schema: z.strictObject({ items: z.array(FoundSchema), next: CaseIdSchema.optional() }),
    },
  },
  handle: (ports) => async (call) => {
    const { principal, body } = call;
    const { filter, limit, after } = body;
    const asked = await searched(ports, principal, filter, limit + 1, after);
    const rows = await askNow(ports, principal, { ...asked, recorded: filter });
    const items = rows
      .slice(0, limit)
      .map((row) => Object.fromEntries(foundColumns.map((name, at) => [name, row[at] ?? null])));
    const last = rows.length > limit ? rows[limit - 1]?.[0] : undefined;
    return { status: 200, body: { items, ...(typeof last === 'string' ? { next: last } : {}) } };
  },
});

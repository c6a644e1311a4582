// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Principal } from '../records/principal.ts';
import { operation } from './operation.ts';
import { filterShape, unmet, valuesOf, walkQueue } from './queue-filter.ts';
import { isReviewed, type Reviewed } from './review-case.ts';
import { reviewSummary, ReviewSummarySchema } from './review-view.ts';

/** The cases of entries, without those that were decided since the entry was read. */
async function stillOpen(
  ports: Pick<Ports, 'cases'>,
  principal: Principal,
  caseIds: readonly string[],
): Promise<Reviewed[]> {
  const { tenantId } = principal;
  const read = (caseId: string) =>
    ports.cases.get({ tenantId, caseId }).catch((thrown: unknown) => {
      // One row that cannot be read does not hide the queue.
      if (failureName(thrown) === 'Malformed') return undefined;
      throw thrown;
    });
  const rows = await Promise.all(caseIds.map(read));
  return rows.filter(isReviewed).filter((row) => row.review.decided === undefined && row.status === 'held');
}

/** GET /v1/reviews: the tenant's queue, highest risk and least time left first. No text. */
export const listReviews = operation({
  id: 'listReviews',
  method: 'GET',
  path: '/v1/reviews',
  summary: 'Prompts and answers that wait for a person: highest risk first, then least time left.',
  groups: ['reviewer', 'senior-reviewer'],
  query: z.strictObject({
    ...filterShape,
    limit: z.coerce.number().int().min(1).max(100).default(50),
    after: z.string().max(512).optional(),
  }),
  replies: {
    200: {
      description: 'A page of the queue; `next` goes on after it.',
      schema: z.strictObject({ items: z.array(ReviewSummarySchema), next: z.string().optional() }),
    },
  },
  handle: (ports) => async (call) => {
    const { principal } = call;
    const { limit, after, ...filter } = call.query;
    const now = ports.clock();
    const looking = { subject: principal.subject, now };
    const found: string[] = [];
    const next = await walkQueue(ports.cases, { tenantId: principal.tenantId, now, after }, (entry) => {
      if (unmet(valuesOf(entry, looking), filter).length === 0) found.push(entry.caseId);
      return found.length < limit ? 'more' : 'enough';
    });
    const items = await stillOpen(ports, principal, found);
    return {
      status: 200,
      body: {
        items: items.map((item) => reviewSummary(item, principal, now)),
        ...(next === undefined ? {} : { next }),
      },
    };
  },
});

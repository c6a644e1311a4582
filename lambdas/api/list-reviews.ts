// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Case } from '../records/case.ts';
import { type ReasonCode, reasonCodes } from '../records/reason.ts';
import { sides } from '../records/review.ts';
import { operation } from './operation.ts';
import { claimAt, isReviewed } from './review-case.ts';
import { reviewSummary, ReviewSummarySchema } from './review-view.ts';

const QuerySchema = z.strictObject({
  side: z.enum(sides).optional(),
  policy: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/)
    .optional(),
  reason: z.enum(Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]]).optional(),
  claimed: z.enum(['mine', 'nobody', 'others']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(512).optional(),
});
type Query = z.infer<typeof QuerySchema>;

function matches(item: Case, query: Query, me: string, now: number): boolean {
  if (!isReviewed(item) || item.review.decided !== undefined) return false;
  const claim = claimAt(item.review, now);
  const whose = claim === undefined ? 'nobody' : claim.by === me ? 'mine' : 'others';
  return (
    (query.policy === undefined || item.policy.id === query.policy) &&
    (query.reason === undefined || item.review.reasons.includes(query.reason)) &&
    (query.claimed === undefined || whose === query.claimed)
  );
}

/** Most pages of the store looked at for one answer, so that a filter nothing matches stays cheap. */
const mostPages = 20;

/** GET /v1/reviews: the tenant's queue, first to expire first. No text. */
export const listReviews = operation({
  id: 'listReviews',
  method: 'GET',
  path: '/v1/reviews',
  summary: 'Prompts and answers that wait for a person, the first to expire first.',
  groups: ['reviewer', 'senior-reviewer'],
  query: QuerySchema,
  replies: {
    200: {
      description: 'A page of the queue; `next` goes on after it.',
      schema: z.strictObject({ items: z.array(ReviewSummarySchema), next: z.string().optional() }),
    },
  },
  handle: (ports) => async (call) => {
    const { principal, query } = call;
    const now = ports.clock();
    const items: Case[] = [];
    let { after } = query;
    for (let page = 0; page < mostPages; page += 1) {
      const found = await ports.cases.held({
        tenantId: principal.tenantId,
        // Never more than still fit, so that the cursor is exact.
        limit: query.limit - items.length,
        ...(query.side === undefined ? {} : { side: query.side }),
        ...(after === undefined ? {} : { after }),
      });
      items.push(...found.items.filter((item) => matches(item, query, principal.subject, now)));
      after = found.next;
      if (after === undefined || items.length >= query.limit) break;
    }
    return {
      status: 200,
      body: {
        items: items.filter(isReviewed).map((item) => reviewSummary(item, principal, now)),
        ...(after === undefined ? {} : { next: after }),
      },
    };
  },
});

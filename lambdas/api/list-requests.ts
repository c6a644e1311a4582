// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { caseSummary, CaseSummarySchema } from './case-view.ts';
import { endUser } from './header-values.ts';
import { operation } from './operation.ts';
import { ownerOf } from './owner.ts';

/** GET /v1/requests: what somebody has sent, newest first. No text, and nobody else's. */
export const listRequests = operation({
  id: 'listRequests',
  method: 'GET',
  path: '/v1/requests',
  summary: 'Your own requests, newest first: how each stands and how it ended. No text.',
  groups: ['requester'],
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    after: z.string().max(512).optional(),
  }),
  headers: ['x-airlock-user'],
  replies: {
    200: {
      description: 'A page of them; `next` goes on after it.',
      schema: z.strictObject({ items: z.array(CaseSummarySchema), next: z.string().optional() }),
    },
  },
  handle: (ports) => async (call) => {
    const { tenantId } = call.principal;
    const { limit, after } = call.query;
    const owner = await ownerOf(ports, call.principal, endUser(call.headers));
    const { items, next } = await ports.cases.owned({
      tenantId,
      owner,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    return { status: 200, body: { items: items.map(caseSummary), ...(next === undefined ? {} : { next }) } };
  },
});

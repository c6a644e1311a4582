// SPDX-License-Identifier: Apache-2.0
import { RequestSchema } from '../records/request.ts';
import { accept } from './accept.ts';
import { caseView, CaseViewSchema } from './case-view.ts';
import { idempotencyKey } from './header-values.ts';
import { operation } from './operation.ts';
import { isSettled, preferredWait, waitFor } from './wait.ts';

/** POST /v1/requests: 202 while the case is under way or held, 200 once it is closed. */
export const createRequest = operation({
  id: 'createRequest',
  method: 'POST',
  path: '/v1/requests',
  summary: 'Send a request through the airlock. `Prefer: wait=N` waits up to N seconds for the answer.',
  groups: ['requester'],
  headers: ['idempotency-key', 'prefer'],
  body: RequestSchema,
  replies: {
    200: { description: 'Closed within the time waited for.', schema: CaseViewSchema },
    202: { description: 'Accepted: it is under way, or held for review.', schema: CaseViewSchema },
  },
  handle: (ports) => async (call) => {
    const key = idempotencyKey(call.headers);
    const wait = preferredWait(call.headers.prefer);
    const accepted = await accept(ports, call.principal, call.body, key);
    const item = wait > 0 ? await waitFor(ports, accepted, wait * 1000, isSettled) : accepted;
    return {
      status: item.status === 'closed' ? 200 : 202,
      headers: {
        location: `/v1/requests/${item.caseId}`,
        ...(wait > 0 ? { 'preference-applied': `wait=${wait}` } : {}),
      },
      body: await caseView(ports, item),
    };
  },
});

// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema } from '../records/case.ts';
import { caseView, CaseViewSchema } from './case-view.ts';
import { endUser } from './header-values.ts';
import { operation } from './operation.ts';
import { ownCase } from './owner.ts';
import { isClosed, preferredWait, waitFor } from './wait.ts';

export const CaseParamsSchema = z.strictObject({ caseId: CaseIdSchema });

/** GET /v1/requests/{caseId}: for its owner; to everybody else there is nothing. */
export const readRequest = operation({
  id: 'readRequest',
  method: 'GET',
  path: '/v1/requests/{caseId}',
  summary: 'How a case stands, and its answer once it is released. `Prefer: wait=N` waits for its end.',
  groups: ['requester'],
  params: CaseParamsSchema,
  headers: ['prefer', 'x-airlock-user'],
  replies: { 200: { description: 'The case.', schema: CaseViewSchema } },
  handle: (ports) => async (call) => {
    const found = await ownCase(ports, call.principal, endUser(call.headers), call.params.caseId);
    const wait = preferredWait(call.headers.prefer);
    const item = wait > 0 ? await waitFor(ports, found, wait * 1000, isClosed) : found;
    return { status: 200, body: await caseView(ports, item) };
  },
});

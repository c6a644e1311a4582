// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Ports } from '../ports.ts';
import type { CustodyAction, Done } from '../records/custody.ts';
import type { Principal } from '../records/principal.ts';
import { instant, InstantViewSchema } from './case-view.ts';
import { operation, type Operation, type Reply } from './operation.ts';
import { CaseParamsSchema } from './read-request.ts';
import { type CustodyBody, CustodyBodySchema } from './two-people.ts';

const AskedSchema = z
  .strictObject({
    ask: z.uuid(),
    action: z.string(),
    askedBy: z.string(),
    until: InstantViewSchema,
  })
  .meta({ id: 'Asked' });
export const DoneSchema = z.strictObject({
  event: z.uuid(),
  askedBy: z.string(),
  confirmedBy: z.string(),
  at: InstantViewSchema,
});

type Made = Readonly<{
  id: string;
  action: CustodyAction;
  method: Operation['method'];
  path: string;
  summary: string;
  done: z.ZodType;
  description: string;
  handle: (ports: Ports, principal: Principal, caseId: string, body: CustodyBody) => Promise<Reply>;
}>;

/** The four operations have one shape: 202 for whoever asks, 200 for whoever confirms. */
export const custodyOperation = ({ id, method, path, summary, done, description, handle }: Made): Operation =>
  operation({
    id,
    method,
    path: `/v1/archive/cases/{caseId}/${path}`,
    summary,
    groups: ['compliance'],
    params: CaseParamsSchema,
    body: CustodyBodySchema,
    replies: {
      202: {
        description: 'Asked for: another officer confirms it with this id, within the hour.',
        schema: AskedSchema,
      },
      200: { description, schema: done },
    },
    handle: (ports) => async (call) => handle(ports, call.principal, call.params.caseId, call.body),
  });

export const asked = (ask: { id: string; action: string; by: string; until: number }): Reply => ({
  status: 202,
  body: { ask: ask.id, action: ask.action, askedBy: ask.by, until: instant(ask.until) },
});
export const doneBody = (done: Done) => ({
  event: done.event,
  askedBy: done.by,
  confirmedBy: done.second,
  at: instant(done.at),
});

/** The event that records a deed of two people. */
export const eventOf = (
  kind: 'hold-placed' | 'hold-removed' | 'unsealed',
  done: Done,
  text: string | undefined,
) => ({
  eventId: done.event,
  kind,
  at: done.at,
  by: done.by,
  second: done.second,
  reason: done.reason,
  ...(text === undefined ? {} : { text }),
});

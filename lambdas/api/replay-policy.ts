// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { readPolicy } from '../policy-file.ts';
import { isPeriod, noPeriod } from '../archive/parameters.ts';
import type { Ports } from '../ports.ts';
import { recognizersAt, yearOf } from '../recognizers/index.ts';
import { CaseIdSchema } from '../records/case.ts';
import type { Policy } from '../records/policy.ts';
import type { Principal } from '../records/principal.ts';
import { verdicts } from '../records/verdict.ts';
import { changes } from '../screening/replay.ts';
import { lockTenantEvent } from '../steps/record-event.ts';
import { archiveKey } from '../records/transcript.ts';
import { obstacles, type ReplayedCase, replayRecord } from '../steps/replay-record.ts';
import { askNow } from './ask-now.ts';
import { operation } from './operation.ts';
import { Problem } from './problems.ts';

const BodySchema = z
  .strictObject({
    /** The name of a policy as it stands now, or a policy: what cases of its name would have come to. */
    policy: z.union([z.string().min(1).max(63), z.record(z.string(), z.unknown())]),
    /** Days, UTC. */
    from: z.iso.date(),
    to: z.iso.date(),
    /** Cases of a page: each is screened again, which takes a while. */
    limit: z.int().min(1).max(100).default(50),
    /** Goes on after the page before: its `next`. */
    after: CaseIdSchema.optional(),
  })
  .refine(isPeriod, noPeriod)
  .meta({ id: 'PolicyReplay' });

const ReplayedSchema = z
  .strictObject({
    caseId: CaseIdSchema,
    /** Why it cannot be told. */
    obstacle: z.enum(obstacles).optional(),
    change: z.enum(changes).optional(),
    /** Whether the archived text itself shows it; what is let go could still have been held for another reason. */
    proved: z.boolean().optional(),
    before: z.enum(verdicts).optional(),
    after: z.enum(verdicts).optional(),
    reasons: z.array(z.string()).optional(),
  })
  .meta({ id: 'ReplayedCase' });
export type ReplayedView = z.infer<typeof ReplayedSchema>;

const shown = ({ caseId, ...rest }: ReplayedCase): ReplayedView =>
  rest.obstacle === undefined
    ? { caseId, ...rest.replayed, reasons: [...rest.replayed.reasons] }
    : { caseId, obstacle: rest.obstacle };

/** @throws Problem unknown-policy, invalid-request with every mistake of a policy */
function policyOf(
  ports: Ports,
  { tenantId }: Principal,
  given: z.infer<typeof BodySchema>['policy'],
): Policy {
  if (typeof given === 'string') {
    const known = ports.policies.current(given)?.policy;
    const isTheirs = known?.tenants.some((tenant) => tenant === '*' || tenant === tenantId) === true;
    if (known === undefined || !isTheirs) throw new Problem('unknown-policy');
    return known;
  }
  const read = readPolicy(JSON.stringify(given));
  if (read.policy === undefined)
    throw new Problem('invalid-request', {
      errors: [
        {
          path: 'policy',
          message: 'is not a policy that can be used: npx airlock policy check FILE says why',
        },
      ],
    });
  return read.policy;
}

/** POST /v1/archive/replays: what a policy would have held, blocked and let go of what is archived. */
export const replayPolicy = operation({
  id: 'replayPolicy',
  method: 'POST',
  path: '/v1/archive/replays',
  summary:
    'What a policy would have held, blocked or let go: its cases of some days, screened again by their de-identified texts.',
  groups: ['compliance'],
  body: BodySchema,
  replies: {
    200: {
      description: 'A page of cases with codes, never texts, oldest first; `next` goes on after it.',
      schema: z.strictObject({ items: z.array(ReplayedSchema), next: CaseIdSchema.optional() }),
    },
  },
  handle: (ports) => async (call) => {
    const { principal, body } = call;
    const { tenantId } = principal;
    const policy = policyOf(ports, principal, body.policy);
    const { from, to, limit, after } = body;
    const rows = await askNow(ports, principal, {
      question: 'policy-change',
      sql: `SELECT case_id FROM cases WHERE policy = :policy AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
            ${after === undefined ? '' : 'AND case_id > :after'} ORDER BY case_id LIMIT ${limit + 1}`,
      parameters: { policy: policy.id, from, to, ...(after === undefined ? {} : { after }) },
      recorded: { policy: policy.id, version: policy.version, from, to },
    });
    const ids = rows.slice(0, limit).map(([caseId]) => String(caseId));
    const recognizers = recognizersAt(yearOf(ports.clock()));
    const items: ReplayedView[] = [];
    for (const caseId of ids) {
      const key = archiveKey('record', { tenantId, caseId });
      const replayed = await replayRecord(ports, key, { policy, recognizers, officers: 1 });
      if (replayed !== undefined) items.push(shown(replayed));
    }
    // What is sealed was opened, if only for the program to look at.
    await lockTenantEvent(ports, {
      eventId: ports.newId(),
      tenantId,
      kind: 'replayed',
      at: ports.clock(),
      by: principal.subject,
      found: items.length,
    });
    const next = rows.length > limit ? ids.at(-1) : undefined;
    return { status: 200, body: { items, ...(next === undefined ? {} : { next }) } };
  },
});

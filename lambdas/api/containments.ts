// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase } from '../change.ts';
import type { Ports } from '../ports.ts';
import { type Case, CaseIdSchema, outcomes } from '../records/case.ts';
import { type Contained, containedBy, containmentDecisions, custodyReasons } from '../records/custody.ts';
import { IdentifierTypeSchema } from '../records/identifier.ts';
import { TextSchema } from '../records/request.ts';
import { carryOut } from '../steps/contain-finding.ts';
import { archivedCase, recordEvent } from './archived-case.ts';
import { instant, InstantViewSchema, PolicyViewSchema } from './case-view.ts';
import { cleanNote } from './note.ts';
import { operation } from './operation.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import { CaseParamsSchema } from './read-request.ts';

const ContainmentSchema = z
  .strictObject({
    caseId: CaseIdSchema,
    outcome: z.enum(outcomes),
    policy: PolicyViewSchema,
    at: InstantViewSchema,
    by: z.enum(containedBy),
    types: z.array(IdentifierTypeSchema),
    /** Nothing of it was locked: until it is reviewed, or until then, its text is in the vault, and can be unsealed. */
    quarantinedUntil: InstantViewSchema.optional(),
    event: z.uuid(),
  })
  .meta({ id: 'Containment' });

const shown = (item: Case, { event, at, by, types }: Contained): z.infer<typeof ContainmentSchema> => ({
  caseId: item.caseId,
  outcome: item.outcome ?? 'failed',
  policy: { id: item.policy.id, version: item.policy.version },
  at: instant(at),
  by,
  types,
  ...(by === 'last-scan' ? { quarantinedUntil: instant(item.vaultUntil) } : {}),
  event,
});

/** GET /v1/archive/containments: what waits for somebody to look at it. */
export const listContainments = operation({
  id: 'listContainments',
  method: 'GET',
  path: '/v1/archive/containments',
  summary:
    'Cases in whose de-identified text an identifier was found, before the lock or after the release, oldest first.',
  groups: ['compliance', 'senior-reviewer'],
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    after: z.string().max(512).optional(),
  }),
  replies: {
    200: {
      description:
        'A page of those that nobody has reviewed; `unreadable` counts rows that could not be read.',
      schema: z.strictObject({
        items: z.array(ContainmentSchema),
        next: z.string().optional(),
        unreadable: z.int().positive().optional(),
      }),
    },
  },
  handle: (ports) => async (call) => {
    const { limit, after } = call.query;
    const page = await ports.cases.contained({
      tenantId: call.principal.tenantId,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    const items = page.items.flatMap((item) => {
      const contained = item.custody?.contained;
      return contained === undefined ? [] : [shown(item, contained)];
    });
    return {
      status: 200,
      body: {
        items,
        ...(page.next === undefined ? {} : { next: page.next }),
        ...(page.unreadable === undefined ? {} : { unreadable: page.unreadable }),
      },
    };
  },
});

const DecisionSchema = z
  .strictObject({
    decision: z.enum(containmentDecisions),
    reason: z.enum(custodyReasons),
    /** Why, in words; archived, so without identifiers. */
    text: TextSchema.min(1).max(1000),
  })
  .meta({ id: 'ContainmentDecision' });

/** Writes the decision down, once. @throws Problem already-decided */
async function decide(
  ports: Ports,
  item: Case,
  review: NonNullable<Contained['review']>,
): Promise<NonNullable<Contained['review']>> {
  const after = await changeCase(ports, item, (row) => {
    const contained = row.custody?.contained;
    if (contained?.review !== undefined) throw new Problem('already-decided');
    return contained === undefined
      ? undefined
      : { ...row, custody: { ...row.custody, contained: { ...contained, review } } };
  });
  const stands = after.custody?.contained?.review;
  if (stands === undefined) throw new Problem('not-found');
  return stands;
}

/** POST …/containment: what somebody makes of it. */
export const reviewContainment = operation({
  id: 'reviewContainment',
  method: 'POST',
  path: '/v1/archive/cases/{caseId}/containment',
  summary:
    'Close the review of a containment. The text stays out of the catalogue either way; a quarantined one is removed, unless it is under legal hold.',
  groups: ['compliance', 'senior-reviewer'],
  params: CaseParamsSchema,
  body: DecisionSchema,
  replies: {
    200: {
      description: 'It is closed and on record.',
      schema: z.strictObject({
        caseId: CaseIdSchema,
        event: z.uuid(),
        decision: z.enum(containmentDecisions),
        reviewedBy: z.string(),
        at: InstantViewSchema,
      }),
    },
  },
  handle: (ports) => async (call) => {
    const { principal, body } = call;
    const archived = await archivedCase(ports, principal, call.params.caseId);
    const { item, policy } = archived;
    const contained = item.custody?.contained;
    if (contained === undefined) throw new Problem('not-found');
    if (item.requester === (await subjectOf(ports, principal))) throw new Problem('own-request');
    const text = cleanNote(policy, body.text);
    // What a crash kept from being done is done before anybody closes it.
    await carryOut(ports, item, contained);
    const { event, at, by, decision, reason } = await decide(ports, item, {
      event: ports.newId(),
      at: ports.clock(),
      by: principal.subject,
      decision: body.decision,
      reason: body.reason,
    });
    await recordEvent(ports, archived, {
      eventId: event,
      kind: 'containment-reviewed',
      at,
      by,
      decision,
      reason,
      text,
    });
    const { tenantId, caseId } = item;
    // Under a legal hold it stays, until its time in the vault is over: there is no other copy.
    if (contained.by === 'last-scan' && item.custody?.held === undefined)
      await ports.vault.purge({ tenantId, scope: caseId });
    return { status: 200, body: { caseId, event, decision, reviewedBy: by, at: instant(at) } };
  },
});

// SPDX-License-Identifier: Apache-2.0
import { changeCase } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { sameDigest } from '../records/digest.ts';
import { approvalsNeeded } from '../records/four-eyes.ts';
import type { Policy } from '../records/policy.ts';
import { type DecisionBody, DecisionBodySchema, editFor } from './decision-body.ts';
import { forgetDrafts } from './drafts.ts';
import { resultingRevision } from './keep-edit.ts';
import { type Approver, mayApprove } from './may-approve.ts';
import { keepNote } from './note.ts';
import { operation } from './operation.ts';
import { subjectOf } from './owner.ts';
import { hurried, paceOf, unread } from './pace.ts';
import { Problem } from './problems.ts';
import { CaseParamsSchema } from './read-request.ts';
import {
  isReviewed,
  mustBeAnother,
  mustBeOpen,
  mustHoldClaim,
  type Reviewed,
  reviewedCase,
  tellOf,
} from './review-case.ts';
import { reviewSummary, ReviewSummarySchema } from './review-view.ts';
import { closedSeed, finishSeed } from './seed-end.ts';
import { tellWorkflow } from './tell-workflow.ts';

/** Who decides what, on what they were shown. */
type Deciding = Approver & Readonly<{ body: DecisionBody; policy: Policy }>;

/** Rounds of edits and retries that a case may go through: its row has to stay readable, and somebody has to end it. */
const mostRounds = 20;

/** Everything that can stand against a decision, in the order a reviewer should hear of it. */
function mustBeAllowed(row: Case, deciding: Deciding, now: number): Reviewed {
  if (!isReviewed(row)) throw new Problem('not-found');
  const { review } = row;
  const { by, body, policy } = deciding;
  mustBeOpen(row, now);
  if (review.revision !== body.revision || !sameDigest(review.digest, body.digest))
    throw new Problem('revision-changed');
  mustHoldClaim(review, by, now);
  if (body.decision === 'approve') mayApprove(policy, review, deciding);
  const again = body.decision === 'edit' || body.decision === 'retry';
  if (again && row.pastReviews.length + 1 >= mostRounds) throw new Problem('too-many-rounds');
  return row;
}

/** The row after the decision: either decided, or approved once where two have to. */
function decided(
  item: Reviewed,
  deciding: Deciding,
  made: Readonly<{ revision: string; note: string | undefined; hurried: boolean }>,
  now: number,
): Case {
  const { claim: _done, ...review } = item.review;
  const { by, junior, body, policy } = deciding;
  const { decision, reason } = body;
  const entry = {
    by,
    at: now,
    reason,
    ...(made.note === undefined ? {} : { note: made.note }),
    ...(junior ? { junior: true as const } : {}),
    ...(made.hurried ? { hurried: true as const } : {}),
    ...(decision === 'approve' && unread(review, by, now) ? { unread: true as const } : {}),
  };
  const approvals = decision === 'approve' ? [...review.approvals, entry] : review.approvals;
  const waits =
    item.seed === undefined && approvals.length < approvalsNeeded(policy.review, { ...review, approvals });
  if (decision === 'approve' && waits) return { ...item, review: { ...review, approvals } };
  const after: Reviewed = {
    ...item,
    // It leaves the queue with the decision, not when the workflow gets to it.
    status: 'running',
    review: { ...review, approvals, decided: { decision, revision: made.revision, ...entry } },
  };
  return closedSeed(after, now);
}

/** What follows from what was written: the workflow, the drafts, whoever listens. */
async function follow(ports: Ports, item: Reviewed): Promise<void> {
  if (item.review.decided === undefined) return tellOf(ports, item, 'approved');
  await forgetDrafts(ports, item);
  if (item.seed === undefined) await tellWorkflow(ports, item);
  else await finishSeed(ports, item);
  await tellOf(ports, item, 'decided');
}

/** POST /v1/reviews/{caseId}/decision: written first, by one conditional write; the workflow is told after. */
export const decideReview = operation({
  id: 'decideReview',
  method: 'POST',
  path: '/v1/reviews/{caseId}/decision',
  summary: 'Decide a claimed review: approve, edit, reject, or have the checks run again.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  body: DecisionBodySchema,
  replies: {
    200: {
      description: 'The review after it; without `decided` where a second approval is needed.',
      schema: ReviewSummarySchema,
    },
  },
  handle: (ports) => async (call) => {
    const { principal, body } = call;
    const by = principal.subject;
    const found = await reviewedCase(ports, principal, call.params.caseId);
    await mustBeAnother(ports, found, await subjectOf(ports, principal));
    const policy = await ports.policies.byHash(found.policy.hash);
    const deciding = { by, junior: principal.groups.includes('junior-reviewer'), body, policy };
    mustBeAllowed(found, deciding, ports.clock());
    const edit = editFor(found.review.side, body);
    const made = {
      hurried: hurried(policy, await paceOf(ports, principal)),
      note: body.note === undefined ? undefined : await keepNote(ports, found, policy, by, body.note),
      revision: await resultingRevision(ports, found, body.decision, edit, by),
    };
    const after = await changeCase(ports, found, (row) => {
      const now = ports.clock();
      return decided(mustBeAllowed(row, deciding, now), deciding, made, now);
    });
    if (!isReviewed(after)) throw new Problem('not-found');
    await follow(ports, after);
    return { status: 200, body: reviewSummary(after, principal, ports.clock()) };
  },
});

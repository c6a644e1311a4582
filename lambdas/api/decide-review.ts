// SPDX-License-Identifier: Apache-2.0
import { changeCase } from '../change.ts';
import { failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { sameDigest } from '../records/digest.ts';
import { reasonCodes, waivable } from '../records/reason.ts';
import type { Review } from '../records/review.ts';
import { openToken } from '../token.ts';
import { type DecisionBody, DecisionBodySchema, editFor } from './decision-body.ts';
import { resultingRevision } from './keep-edit.ts';
import { keepNote } from './note.ts';
import { operation } from './operation.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import { CaseParamsSchema } from './read-request.ts';
import {
  isReviewed,
  mustBeAnother,
  mustBeOpen,
  mustHoldClaim,
  type Reviewed,
  reviewedCase,
} from './review-case.ts';
import { reviewSummary, ReviewSummarySchema } from './review-view.ts';

/** Who decides what, on what they were shown. */
type Deciding = Readonly<{ by: string; subject: string; body: DecisionBody }>;

/** Everything that can stand against a decision, in the order a reviewer should hear of it. */
function mustBeAllowed(row: Case, { by, subject, body }: Deciding, now: number): Reviewed {
  if (!isReviewed(row)) throw new Problem('not-found');
  const { review } = row;
  mustBeAnother(row, subject);
  mustBeOpen(row, now);
  if (review.revision !== body.revision || !sameDigest(review.digest, body.digest))
    throw new Problem('revision-changed');
  mustHoldClaim(review, by, now);
  if (body.decision === 'approve') mayApprove(review, by);
  return row;
}

function mayApprove(review: Review, by: string): void {
  if (!waivable(review.reasons)) {
    const codes = review.reasons.filter((code) => !reasonCodes[code].waivable);
    throw new Problem('not-waivable', { members: { codes } });
  }
  if (review.editedBy.includes(by)) throw new Problem('own-edit');
  if (review.approvals.some((approval) => approval.by === by)) throw new Problem('already-approved');
}

/** The row after the decision: either decided, or approved once where the policy asks for two. */
function decided(
  item: Reviewed,
  { by, body }: Deciding,
  made: { revision: string; note: string | undefined; needed: number },
  now: number,
): Case {
  const { claim: _done, ...review } = item.review;
  const note = made.note === undefined ? {} : { note: made.note };
  const { decision, reason } = body;
  const approvals =
    decision === 'approve' ? [...review.approvals, { by, at: now, reason, ...note }] : review.approvals;
  if (decision === 'approve' && approvals.length < made.needed)
    return { ...item, review: { ...review, approvals } };
  return {
    ...item,
    // It leaves the queue with the decision, not when the workflow gets to it.
    status: 'running',
    review: {
      ...review,
      approvals,
      decided: { decision, by, at: now, reason, revision: made.revision, ...note },
    },
  };
}

/**
 * Tells the workflow the decision that was just written. If that fails, nothing is lost: a task that is over
 * collects it on its next stage, and the sweep tells it again.
 */
async function tell(ports: Ports, item: Case): Promise<void> {
  const { review } = item;
  if (review?.decided === undefined || review.token === undefined) return;
  const { decision, revision, at } = review.decided;
  try {
    const token = await openToken(ports, item, review.token);
    await ports.workflow.answer(token, { decision, revision });
    await changeCase(ports, item, (now) =>
      now.status !== 'closed' && now.review?.revision === review.revision && now.review.decided?.at === at
        ? { ...now, review: { ...now.review, told: true } }
        : undefined,
    );
  } catch (thrown) {
    if (failureName(thrown) === undefined) throw thrown;
  }
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
    const deciding = { by, subject: await subjectOf(ports, principal), body };
    mustBeAllowed(found, deciding, ports.clock());
    const edit = editFor(found.review.side, body);
    const policy = await ports.policies.byHash(found.policy.hash);
    const note = body.note === undefined ? undefined : await keepNote(ports, found, policy, by, body.note);
    const revision = await resultingRevision(ports, found, body.decision, edit, by);
    const made = { revision, note, needed: policy.review.approvals };
    const after = await changeCase(ports, found, (row) => {
      const now = ports.clock();
      return decided(mustBeAllowed(row, deciding, now), deciding, made, now);
    });
    if (!isReviewed(after)) throw new Problem('not-found');
    const at = ports.clock();
    if (after.review.decided !== undefined) {
      await tell(ports, after);
      const { tenantId, caseId } = after;
      await ports.notify({ tenantId, caseId, kind: 'decided', at }).catch(() => undefined);
    }
    return { status: 200, body: reviewSummary(after, principal, at) };
  },
});

// SPDX-License-Identifier: Apache-2.0
import { changeCase } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import type { Principal } from '../records/principal.ts';
import { noted } from '../records/review.ts';
import { operation } from './operation.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import { escalatedStage } from './queue-filter.ts';
import { CaseParamsSchema } from './read-request.ts';
import {
  claimAt,
  isReviewed,
  mustBeAnother,
  mustBeOpen,
  type Reviewed,
  reviewedCase,
  tellOf,
} from './review-case.ts';
import { reviewSummary, ReviewSummarySchema } from './review-view.ts';

/** The row as a review; it was one before, and reviews do not disappear. @throws Problem not-found */
const asReviewed = (item: Case): Reviewed => {
  if (!isReviewed(item)) throw new Problem('not-found');
  return item;
};

/**
 * Claims a review for the policy's lease, or renews the caller's claim. From the escalation on a senior reviewer takes it
 * over from whoever has it.
 * @throws Problem not-found, own-request, already-decided, review-expired, claimed
 */
export async function takeClaim(ports: Ports, principal: Principal, caseId: string): Promise<Reviewed> {
  const found = await reviewedCase(ports, principal, caseId);
  await mustBeAnother(ports, found, await subjectOf(ports, principal));
  const policy = await ports.policies.byHash(found.policy.hash);
  const by = principal.subject;
  const after = await changeCase(ports, found, (row) => {
    const now = ports.clock();
    const item = asReviewed(row);
    mustBeOpen(item, now);
    const claim = claimAt(item.review, now);
    const mayTake = principal.groups.includes('senior-reviewer') && item.review.stage >= escalatedStage;
    if (claim !== undefined && claim.by !== by && !mayTake)
      throw new Problem('claimed', { members: { claimedBy: claim.by } });
    const until = now + policy.review.claimLeaseSeconds * 1000;
    const kind = claim === undefined ? 'claimed' : 'taken-over';
    // A renewal is no news.
    const review = claim?.by === by ? item.review : noted(item.review, { kind, by, at: now });
    return { ...item, review: { ...review, claim: { by, until } } };
  });
  await tellOf(ports, after, 'claimed');
  return asReviewed(after);
}

/** POST /v1/reviews/{caseId}/claim: takes the review for the policy's lease, or renews it. */
export const claimReview = operation({
  id: 'claimReview',
  method: 'POST',
  path: '/v1/reviews/{caseId}/claim',
  summary: 'Take a review, so that nobody else decides it meanwhile. Claiming again renews the lease.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  replies: { 200: { description: 'It is yours until `claim.until`.', schema: ReviewSummarySchema } },
  handle: (ports) => async (call) => {
    const item = await takeClaim(ports, call.principal, call.params.caseId);
    return { status: 200, body: reviewSummary(item, call.principal, ports.clock()) };
  },
});

/** DELETE /v1/reviews/{caseId}/claim: gives it back. Nothing to give back is fine; another's claim stays. */
export const releaseClaim = operation({
  id: 'releaseClaim',
  method: 'DELETE',
  path: '/v1/reviews/{caseId}/claim',
  summary: 'Give a claimed review back to the queue.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  replies: { 204: { description: 'It is nobody’s now.' } },
  handle: (ports) => async (call) => {
    const by = call.principal.subject;
    const found = await reviewedCase(ports, call.principal, call.params.caseId);
    const given = { back: false };
    const after = await changeCase(ports, found, (row) => {
      const item = asReviewed(row);
      const now = ports.clock();
      const claim = claimAt(item.review, now);
      given.back = claim !== undefined && item.review.decided === undefined;
      if (claim === undefined || !given.back) return undefined;
      if (claim.by !== by) throw new Problem('claimed', { members: { claimedBy: claim.by } });
      const { claim: _given, ...review } = item.review;
      return { ...item, review: noted(review, { kind: 'returned', by, at: now }) };
    });
    if (given.back) await tellOf(ports, after, 'returned');
    return { status: 204 };
  },
});

// SPDX-License-Identifier: Apache-2.0
import { changeCase } from '../change.ts';
import type { Case } from '../records/case.ts';
import { operation } from './operation.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import { CaseParamsSchema } from './read-request.ts';
import {
  claimAt,
  isReviewed,
  mustBeAnother,
  mustBeOpen,
  type Reviewed,
  reviewedCase,
} from './review-case.ts';
import { reviewSummary, ReviewSummarySchema } from './review-view.ts';

/** From this stage on a senior reviewer may take a review over from whoever has it. */
const escalated = 2;

/** The row as a review; it was one before, and reviews do not disappear. @throws Problem not-found */
const asReviewed = (item: Case): Reviewed => {
  if (!isReviewed(item)) throw new Problem('not-found');
  return item;
};

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
    const { principal } = call;
    const found = await reviewedCase(ports, principal, call.params.caseId);
    mustBeAnother(found, await subjectOf(ports, principal));
    const policy = await ports.policies.byHash(found.policy.hash);
    const after = await changeCase(ports, found, (row) => {
      const now = ports.clock();
      const item = asReviewed(row);
      mustBeOpen(item, now);
      const claim = claimAt(item.review, now);
      const mayTake = principal.groups.includes('senior-reviewer') && item.review.stage >= escalated;
      if (claim !== undefined && claim.by !== principal.subject && !mayTake) throw new Problem('claimed');
      const until = now + policy.review.claimLeaseSeconds * 1000;
      return { ...item, review: { ...item.review, claim: { by: principal.subject, until } } };
    });
    return { status: 200, body: reviewSummary(asReviewed(after), principal, ports.clock()) };
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
    const found = await reviewedCase(ports, call.principal, call.params.caseId);
    await changeCase(ports, found, (row) => {
      const item = asReviewed(row);
      const claim = claimAt(item.review, ports.clock());
      if (claim === undefined) return undefined;
      if (claim.by !== call.principal.subject) throw new Problem('claimed');
      const { claim: _given, ...review } = item.review;
      return { ...item, review };
    });
    return { status: 204 };
  },
});

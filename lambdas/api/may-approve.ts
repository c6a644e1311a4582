// SPDX-License-Identifier: Apache-2.0
import { juniorsNeedAnother } from '../records/four-eyes.ts';
import type { Policy } from '../records/policy.ts';
import { reasonCodes, waivable } from '../records/reason.ts';
import type { Review } from '../records/review.ts';
import { Problem } from './problems.ts';

/** Who approves, as far as the rules ask. */
export type Approver = Readonly<{ by: string; junior: boolean }>;

/**
 * Everything that stands against an approval, whoever holds the claim.
 * @throws Problem not-waivable, identifier-missed, own-edit, already-approved, junior-reviewer
 */
export function mayApprove(policy: Pick<Policy, 'review'>, review: Review, approver: Approver): void {
  if (!waivable(review.reasons)) {
    const codes = review.reasons.filter((code) => !reasonCodes[code].waivable);
    throw new Problem('not-waivable', { members: { codes } });
  }
  if (review.feedback.some(({ kind }) => kind === 'missing')) throw new Problem('identifier-missed');
  if (review.editedBy.includes(approver.by)) throw new Problem('own-edit');
  if (review.approvals.some((approval) => approval.by === approver.by)) throw new Problem('already-approved');
  if (
    approver.junior &&
    juniorsNeedAnother(policy.review.fourEyes) &&
    review.approvals.some((approval) => approval.junior === true)
  )
    throw new Problem('junior-reviewer');
}

// SPDX-License-Identifier: Apache-2.0
import type { Case } from '../records/case.ts';
import type { Policy } from '../records/policy.ts';
import type { Side } from '../records/review.ts';
import type { Verdict } from '../records/verdict.ts';

/**
 * Whether what a reviewer wrote goes before another person though the checks find nothing in it: where the policy asks
 * for that, where the review it came from took two people, and where a junior wrote it and juniors need a second.
 */
export function editedVerdict(
  policy: Pick<Policy, 'review'>,
  item: Pick<Case, 'review' | 'pastReviews'>,
  side: Side,
  editedBy: string | undefined,
): Verdict {
  if (editedBy === undefined) return { verdict: 'pass', reasons: [] };
  const rules = policy.review.fourEyes.map((rule) => rule.when);
  const before = [...item.pastReviews, ...(item.review === undefined ? [] : [item.review])].filter(
    (review) => review.side === side,
  );
  const needed =
    policy.review.approvals === 2 ||
    rules.includes('editedText') ||
    before.some((review) => review.fourEyes.length > 0) ||
    (rules.includes('juniorReviewer') &&
      before.some(({ decided }) => decided?.decision === 'edit' && decided.junior === true));
  return needed
    ? { verdict: 'hold', reasons: [{ code: 'edited-text', evidence: [] }] }
    : { verdict: 'pass', reasons: [] };
}

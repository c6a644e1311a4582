// SPDX-License-Identifier: Apache-2.0
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import type { DecisionBody } from '../../../../lambdas/api/decision-body.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { sentenceOf } from '../../words/problems.ts';
import { review as words } from '../../words/review.ts';
import { reviews } from '../../words/reviews.ts';
import type { DecisionRecord } from '../../../../lambdas/records/review.ts';

export type Decision = DecisionBody['decision'];
type Reason = DecisionBody['reason'];

/** The reasons that go with a decision, the usual one first. */
export const reasonsFor: Readonly<Record<Decision, readonly Reason[]>> = {
  approve: ['safe-as-shown', 'other'],
  edit: ['identifier-removed', 'content-corrected', 'other'],
  reject: ['identifier-left', 'unsafe-advice', 'not-grounded', 'attack', 'out-of-scope', 'other'],
  retry: ['checks-again', 'other'],
};

/** What stands against an approval, in a sentence, as far as the page can tell: the API decides. */
export function againstApproval(view: ReviewView, me: string): string | undefined {
  if (!view.approvable) return words.notApprovable;
  // Whoever marks an identifier as missed speaks about the revision that is shown.
  const since = Date.parse(view.openedAt);
  const missed = view.timeline.some(
    ({ kind, feedback, at }) => kind === 'feedback' && feedback === 'missing' && Date.parse(at) >= since,
  );
  if (missed) return words.missed;
  if (view.editedBy.includes(me)) return words.ownEdit;
  if (view.approvals.some(({ by }) => by === me)) return words.ownApproval;
  return undefined;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Why a decision was not taken, in a sentence: who was first, where somebody was. */
export function refusalOf(problem: ApiProblem, inZone: (at: string) => string): string {
  const { decidedBy, decision, decidedAt, claimedBy } = problem.members;
  if (problem.code === 'already-decided' && typeof decidedBy === 'string') {
    const name = reviews.decision[decision as DecisionRecord['decision']];
    return words.decide.conflict(decidedBy, name, inZone(asText(decidedAt)));
  }
  if (problem.code === 'claimed' && typeof claimedBy === 'string') return words.decide.claimedBy(claimedBy);
  return sentenceOf(problem);
}

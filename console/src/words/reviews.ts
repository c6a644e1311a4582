// SPDX-License-Identifier: Apache-2.0
import type { ReviewSummary } from '../../../lambdas/api/review-view.ts';
import type { ReasonCode, Risk } from '../../../lambdas/records/reason.ts';
import type { DecisionRecord, Side } from '../../../lambdas/records/review.ts';

/** Said of reviews on more than one page. */
export const reviews = {
  risk: { high: 'High risk', medium: 'Medium risk', low: 'Low risk' } satisfies Record<Risk, string>,
  side: { prompt: 'Prompt', answer: 'Answer' } satisfies Record<Side, string>,
  stage: ['', 'Reminded', 'Escalated', 'Expired'] as const,
  claimedBy: (who: string) => `Claimed by ${who}`,
  claimedByYou: 'Yours',
  unclaimed: 'Nobody’s',
  edited: 'Edited',
  approvedOnce: '1 of 2 approvals',
  twoNeeded: 'Two people',
  timeLeft: (left: string) => `${left} left`,
  over: 'Time is over',
  fourEyes: {
    policy: 'the policy always asks for two',
    severity: 'the risk is high',
    entityType: 'of the kind of identifier in it',
    editedText: 'the text was edited',
    juniorReviewer: 'a junior reviewer approves',
    randomShare: 'it was drawn at random',
  } satisfies Record<ReviewSummary['fourEyes'][number], string>,
  decision: {
    approve: 'Approved',
    edit: 'Edited',
    reject: 'Rejected',
    retry: 'Checks run again',
    expire: 'Expired',
  } satisfies Record<DecisionRecord['decision'], string>,
  decisionReason: {
    'safe-as-shown': 'Safe as shown',
    'identifier-removed': 'Identifier removed',
    'content-corrected': 'Content corrected',
    'identifier-left': 'An identifier is left in it',
    'unsafe-advice': 'Unsafe advice',
    'not-grounded': 'Not in the documents',
    attack: 'An attack',
    'out-of-scope': 'Out of scope',
    'checks-again': 'Have the checks run again',
    other: 'Something else: see the note',
    expired: 'Nobody decided in time',
  } satisfies Record<DecisionRecord['reason'], string>,
} as const;

/** `medication-dosage` → `Medication dosage`: a reason's name, where its sentence would be too long. */
export const reasonName = (code: ReasonCode): string =>
  code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

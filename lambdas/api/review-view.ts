// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema, DigestSchema, RevisionSchema, seedAnswers } from '../records/case.ts';
import type { Principal } from '../records/principal.ts';
import { fourEyesCauses } from '../records/four-eyes.ts';
import { highestRisk, risks, waivable } from '../records/reason.ts';
import { decisionReasons, decisions, sides } from '../records/review.ts';
import { instant, InstantViewSchema, PolicyViewSchema, reasonView, ReasonViewSchema } from './case-view.ts';
import { claimAt, type Reviewed } from './review-case.ts';

export const ReviewSummarySchema = z
  .strictObject({
    caseId: CaseIdSchema,
    side: z.enum(sides),
    policy: PolicyViewSchema,
    risk: z.enum(risks),
    reasons: z.array(ReasonViewSchema),
    /** Whether an approval may waive all of the reasons. */
    approvable: z.boolean(),
    acceptedAt: InstantViewSchema,
    openedAt: InstantViewSchema,
    /** 0 waiting, 1 reminded, 2 escalated, 3 expired. */
    stage: z.int().min(0).max(3),
    expiresAt: InstantViewSchema,
    revision: RevisionSchema,
    digest: DigestSchema,
    claim: z.strictObject({ by: z.string(), mine: z.boolean(), until: InstantViewSchema }).optional(),
    editedBy: z.array(z.string()),
    approvals: z.array(z.strictObject({ by: z.string(), at: InstantViewSchema })),
    /** Why two people have to approve, neither of them an editor; none where one is enough. */
    fourEyes: z.array(z.enum(fourEyesCauses)),
    decided: z
      .strictObject({
        decision: z.enum([...decisions, 'expire']),
        by: z.string(),
        at: InstantViewSchema,
        reason: z.enum([...decisionReasons, 'expired']),
      })
      .optional(),
    /** Said once it is decided: it was a test with a known answer. Nothing came of it. */
    test: z.strictObject({ expected: z.enum(seedAnswers), right: z.boolean() }).optional(),
  })
  .meta({ id: 'ReviewSummary' });
export type ReviewSummary = z.infer<typeof ReviewSummarySchema>;

/** A review without any text of it. */
export function reviewSummary(item: Reviewed, principal: Principal, now: number): ReviewSummary {
  const { review } = item;
  const claim = claimAt(review, now);
  const { decided } = review;
  return {
    caseId: item.caseId,
    side: review.side,
    policy: { id: item.policy.id, version: item.policy.version },
    risk: highestRisk(review.reasons),
    reasons: review.reasons.map(reasonView),
    approvable: waivable(review.reasons),
    acceptedAt: instant(item.acceptedAt),
    openedAt: instant(review.openedAt),
    stage: review.stage,
    expiresAt: instant(review.expiresAt),
    revision: review.revision,
    digest: review.digest,
    ...(claim === undefined
      ? {}
      : { claim: { by: claim.by, mine: claim.by === principal.subject, until: instant(claim.until) } }),
    editedBy: review.editedBy,
    approvals: review.approvals.map(({ by, at }) => ({ by, at: instant(at) })),
    fourEyes: review.fourEyes,
    ...(decided === undefined
      ? {}
      : {
          decided: {
            decision: decided.decision,
            by: decided.by,
            at: instant(decided.at),
            reason: decided.reason,
          },
        }),
    ...(item.seed === undefined || decided === undefined
      ? {}
      : {
          test: {
            expected: item.seed.expected,
            right: (decided.decision === 'approve') === (item.seed.expected === 'approve'),
          },
        }),
  };
}

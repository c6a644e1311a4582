// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema, DigestSchema, RevisionSchema } from '../records/case.ts';
import type { Principal } from '../records/principal.ts';
import { waivable } from '../records/reason.ts';
import { decisionReasons, decisions, sides } from '../records/review.ts';
import { instant, InstantViewSchema, PolicyViewSchema, reasonView, ReasonViewSchema } from './case-view.ts';
import { claimAt, type Reviewed } from './review-case.ts';

export const ReviewSummarySchema = z
  .strictObject({
    caseId: CaseIdSchema,
    side: z.enum(sides),
    policy: PolicyViewSchema,
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
    decided: z
      .strictObject({
        decision: z.enum([...decisions, 'expire']),
        by: z.string(),
        at: InstantViewSchema,
        reason: z.enum([...decisionReasons, 'expired']),
      })
      .optional(),
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
  };
}

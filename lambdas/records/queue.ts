// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type Case, CaseIdSchema, InstantSchema } from './case.ts';
import { highestRisk, type Risk, risks } from './reason.ts';
import { ReviewSchema, sides } from './review.ts';

/**
 * What the queue is filtered and counted by, without reading the case. It exists while a review waits for a person and
 * at no other time, so an index over it is as long as the backlog. On DynamoDB: a sparse index with the tenant as its
 * partition key and `rank` as its sort key, projecting the entry; both attributes are written with the case.
 */
export const QueueEntrySchema = z.strictObject({
  caseId: CaseIdSchema,
  /** Sorts the queue as a string: highest risk first, then least time left, then by case. */
  rank: z.string().regex(/^[1-3]\.\d{15}\.[0-9a-f-]{36}$/),
  risk: z.enum(risks),
  side: z.enum(sides),
  policy: z.string().max(63),
  reasons: ReviewSchema.shape.reasons,
  stage: ReviewSchema.shape.stage,
  openedAt: InstantSchema,
  expiresAt: InstantSchema,
  claim: ReviewSchema.shape.claim,
});
export type QueueEntry = Readonly<z.infer<typeof QueueEntrySchema>>;

const rankOf = (risk: Risk, expiresAt: number, caseId: string): string =>
  `${risks.length - risks.indexOf(risk)}.${String(expiresAt).padStart(15, '0')}.${caseId}`;

/** The entry of a case in its tenant's queue; undefined while nobody has to decide. */
export function queueEntry(item: Case): QueueEntry | undefined {
  const { review } = item;
  if (item.status !== 'held' || review === undefined || review.decided !== undefined) return undefined;
  const risk = highestRisk(review.reasons);
  return {
    caseId: item.caseId,
    rank: rankOf(risk, review.expiresAt, item.caseId),
    risk,
    side: review.side,
    policy: item.policy.id,
    reasons: review.reasons,
    stage: review.stage,
    openedAt: review.openedAt,
    expiresAt: review.expiresAt,
    ...(review.claim === undefined ? {} : { claim: review.claim }),
  };
}

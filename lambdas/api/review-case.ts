// SPDX-License-Identifier: Apache-2.0
import type { CaseEvent, Ports } from '../ports.ts';
import type { Case, CaseRef } from '../records/case.ts';
import { sameDigest } from '../records/digest.ts';
import type { Principal } from '../records/principal.ts';
import type { Review } from '../records/review.ts';
import { Problem } from './problems.ts';

export type Reviewed = Case & { readonly review: Review };

export const isReviewed = (item: Case | undefined): item is Reviewed => item?.review !== undefined;

/** The case with its newest review, for a reviewer of the same tenant. @throws Problem not-found */
export async function reviewedCase(
  ports: Pick<Ports, 'cases'>,
  principal: Principal,
  caseId: string,
): Promise<Reviewed> {
  const item = await ports.cases.get({ tenantId: principal.tenantId, caseId });
  if (!isReviewed(item) || item.tenantId !== principal.tenantId) throw new Problem('not-found');
  return item;
}

/** The claim that holds at this moment. */
export const claimAt = (review: Review, now: number): Review['claim'] =>
  review.claim !== undefined && review.claim.until > now ? review.claim : undefined;

/** Whether a review may still be decided. @throws Problem already-decided, review-expired */
export function mustBeOpen(item: Reviewed, now: number): void {
  const { decided, expiresAt } = item.review;
  if (decided?.decision === 'expire') throw new Problem('review-expired');
  if (decided !== undefined)
    throw new Problem('already-decided', {
      members: {
        decision: decided.decision,
        decidedBy: decided.by,
        decidedAt: new Date(decided.at).toISOString(),
      },
    });
  if (now >= expiresAt || item.closing !== undefined || item.status === 'closed')
    throw new Problem('review-expired');
}

/** Tells whoever listens. One that cannot be told must not undo what was done: the queue shows it anyway. */
export const tellOf = (
  ports: Pick<Ports, 'notify' | 'clock'>,
  { tenantId, caseId }: CaseRef,
  kind: CaseEvent['kind'],
  code?: CaseEvent['code'],
): Promise<void> =>
  ports
    .notify({ tenantId, caseId, kind, at: ports.clock(), ...(code === undefined ? {} : { code }) })
    .catch(() => undefined);

/** Nobody reviews their own request, and who tries is noticed. @throws Problem own-request */
export async function mustBeAnother(
  ports: Pick<Ports, 'notify' | 'clock'>,
  item: Case,
  subject: string,
): Promise<void> {
  if (!sameDigest(item.requester, subject)) return;
  await tellOf(ports, item, 'alert', 'own-request');
  throw new Problem('own-request');
}

/** The claim must be this reviewer's. @throws Problem claimed, not-claimed */
export function mustHoldClaim(review: Review, by: string, now: number): void {
  const claim = claimAt(review, now);
  if (claim === undefined) throw new Problem('not-claimed');
  if (claim.by !== by) throw new Problem('claimed', { members: { claimedBy: claim.by } });
}

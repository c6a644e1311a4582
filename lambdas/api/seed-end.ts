// SPDX-License-Identifier: Apache-2.0
import { conversationScope } from '../contents.ts';
import type { Ports } from '../ports.ts';
import { type Reviewed, tellOf } from './review-case.ts';

/** A test case ends with its decision: there is no workflow that could go on with it. Any other case is left as it is. */
export const closedSeed = (item: Reviewed, now: number): Reviewed =>
  item.seed === undefined
    ? item
    : { ...item, status: 'closed', closedAt: now, review: { ...item.review, told: true } };

/** Forgets the made-up texts of a decided test case, and says when it was missed. */
export async function finishSeed(ports: Ports, item: Reviewed): Promise<void> {
  const { tenantId, caseId, seed, review } = item;
  await ports.vault.purge({ tenantId, scope: caseId }).catch(() => undefined);
  await ports.vault.purge(conversationScope(item)).catch(() => undefined);
  const approved = review.decided?.decision === 'approve';
  if (approved !== (seed?.expected === 'approve')) await tellOf(ports, item, 'alert', 'test-case-missed');
}

// SPDX-License-Identifier: Apache-2.0
import type { Case } from './case.ts';
import type { Policy } from './policy.ts';

/** Time for OpenReview to write the expiry, after the last stage has run out. */
const graceSeconds = 60;

/**
 * What an execution starts with: ids, and the seconds that each stage of a review lasts
 * (until the reminder, until the escalation, until the expiry, and a grace for closing).
 */
export function workflowInput(
  item: Pick<Case, 'tenantId' | 'caseId' | 'request'>,
  policy: Pick<Policy, 'review'>,
) {
  const { remindAfterSeconds, escalateAfterSeconds, expireAfterSeconds } = policy.review;
  const escalate = Math.max(1, escalateAfterSeconds - remindAfterSeconds);
  const expire = Math.max(1, expireAfterSeconds - remindAfterSeconds - escalate);
  return {
    tenantId: item.tenantId,
    caseId: item.caseId,
    revision: item.request,
    review: [remindAfterSeconds, escalate, expire, graceSeconds],
  };
}

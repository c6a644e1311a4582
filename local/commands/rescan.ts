// SPDX-License-Identifier: Apache-2.0
import { recognizersAt, yearOf } from '../../lambdas/recognizers/index.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import {
  type RescanLine,
  rescanFromIdentities,
  RescanLineSchema,
} from '../../lambdas/screening/rescan-identities.ts';

export { RescanLineSchema };

/** `airlock rescan`: `{"id","question","answer","context"?,"identities"}` in, `{"id","verdict","reasons"}` out. */
export const rescanLine = (policy: Policy) => (line: RescanLine & { id?: string | number | undefined }) => {
  const { verdict } = rescanFromIdentities({
    ...line,
    policy,
    recognizers: recognizersAt(yearOf(Date.now())),
  });
  return {
    id: line.id,
    verdict: verdict.verdict,
    reasons: [...new Set(verdict.reasons.map((reason) => reason.code))],
  };
};

// SPDX-License-Identifier: Apache-2.0
import { type ReasonCode, reasonCodes } from '../records/reason.ts';
import type { Reason } from '../records/verdict.ts';

export type Waiver = Readonly<{ ok: true } | { ok: false; because: readonly ReasonCode[] }>;

/**
 * Whether a reviewer's approval can let a text through in spite of these reasons. What may not be waived needs
 * `edit` or `retry`, whatever the policy says (design section 2). A code this version does not know may not.
 */
export function mayApprove(reasons: readonly Pick<Reason, 'code'>[]): Waiver {
  const because = [...new Set(reasons.map((reason) => reason.code))].filter(
    (code) => !Object.hasOwn(reasonCodes, code) || !reasonCodes[code].waivable,
  );
  return because.length === 0 ? { ok: true } : { ok: false, because };
}

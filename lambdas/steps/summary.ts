// SPDX-License-Identifier: Apache-2.0
import type { VerdictSummary } from '../records/case.ts';
import type { Verdict } from '../records/verdict.ts';

/** A verdict without where: what may stand in state, rows and records. Each code once, at most 64. */
export const summary = (verdict: Verdict): VerdictSummary => ({
  verdict: verdict.verdict,
  reasons: [...new Set(verdict.reasons.map((reason) => reason.code))].slice(0, 64),
});

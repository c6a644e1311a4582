// SPDX-License-Identifier: Apache-2.0
import type { PromptContent } from '../records/content.ts';
import { actionFor, type Policy } from '../records/policy.ts';
import type { ReasonCode } from '../records/reason.ts';
import { strictest, type Verdict } from '../records/verdict.ts';

/** What Deidentify noticed on the way; hidden and unreadable text are signals that screening weighs. */
export function detectionVerdict(
  prompt: Pick<PromptContent, 'failed' | 'covered' | 'uncertain' | 'rare'>,
  policy: Pick<Policy, 'rules'>,
): Verdict {
  const codes: ReasonCode[] = [];
  if (prompt.failed.length > 0) codes.push('detector-unavailable');
  if (!prompt.covered) codes.push('language-not-covered');
  if (prompt.uncertain > 0) codes.push('uncertain-detection');
  if (prompt.rare) codes.push('rare-combination');
  return strictest([
    { verdict: 'pass', reasons: [] },
    ...codes
      .filter((code) => actionFor(policy, code) !== 'pass')
      .map((code) => ({ verdict: actionFor(policy, code), reasons: [{ code, evidence: [] }] })),
  ]);
}

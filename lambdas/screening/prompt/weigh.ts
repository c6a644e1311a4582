// SPDX-License-Identifier: Apache-2.0
import type { Policy } from '../../records/policy.ts';
import type { ReasonCode } from '../../records/reason.ts';
import type { Evidence, Verdict, VerdictCode } from '../../records/verdict.ts';
import type { Signal } from './check.ts';

/** A signal and the slot it was seen in. */
export type PlacedSignal = Signal & Readonly<{ slot: number }>;

/** However often a code is signalled, it adds no more than this. */
const mostPerCode = 2;
const mostEvidence = 64;

// Facts about a text, not signs of an attack: each holds by itself and none adds up to a block.
const facts: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'check-failed',
  'detection-incomplete',
  'language-not-covered',
  'credential-in-prompt',
  'overlong-prompt',
]);

/**
 * Adds signals up. Per code they saturate; a code that the policy lets pass counts for nothing, one that it
 * blocks blocks as soon as it would hold, one that it holds never blocks; the rest add up to hold or block by the policy's thresholds.
 */
export function weigh(
  signals: readonly PlacedSignal[],
  policy: Pick<Policy, 'screening' | 'rules'>,
): Verdict {
  const weights = new Map<ReasonCode, number>();
  const evidence = new Map<ReasonCode, Evidence[]>();
  for (const { code, weight, slot, start, end } of signals) {
    if (policy.rules[code] === 'pass') continue;
    weights.set(code, Math.min(mostPerCode, (weights.get(code) ?? 0) + weight));
    const seen = evidence.get(code) ?? [];
    if (seen.length < mostEvidence) seen.push({ slot, start, end });
    evidence.set(code, seen);
  }
  let verdict: VerdictCode = 'pass';
  let suspicion = 0;
  let blockable = 0;
  for (const [code, weight] of weights) {
    if (facts.has(code)) {
      verdict = policy.rules[code] === 'block' ? 'block' : verdict === 'block' ? 'block' : 'hold';
      continue;
    }
    suspicion += weight;
    if (policy.rules[code] !== 'hold') blockable += weight;
    if (policy.rules[code] === 'block' && weight >= policy.screening.hold) verdict = 'block';
  }
  // Sums of tenths are not exact in binary: 0.3 + 0.2 must reach 0.5.
  const reaches = (sum: number, threshold: number) => sum + 1e-9 >= threshold;
  if (reaches(blockable, policy.screening.block)) verdict = 'block';
  else if (verdict === 'pass' && reaches(suspicion, policy.screening.hold)) verdict = 'hold';
  if (verdict === 'pass') return { verdict, reasons: [] };
  return {
    verdict,
    reasons: Array.from(evidence, ([code, seen]) => ({ code, evidence: seen })),
  };
}

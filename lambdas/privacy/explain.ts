// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { Operator } from '../records/operator.ts';
import { operatorFor, type Policy } from '../records/policy.ts';
import type { Recognizer } from '../recognizers/recognizer.ts';
import { recognizers as all } from '../recognizers/index.ts';
import { detect } from './detect.ts';
import { emptyIdentityMap } from './identity-map.ts';
import { withoutImpersonal } from './impersonal.ts';
import { withKnown } from './known-again.ts';
import { pseudonymise } from './pseudonymise.ts';

/** One finding, why it is one, and what it would become. It quotes the text: for the person who typed it only. */
export type Explanation = Readonly<
  Omit<Finding, 'because'> & {
    text: string;
    detector: string;
    pattern: string;
    check: string | undefined;
    operator: Operator;
    /** What the stretch it is part of would be replaced by; undefined below the threshold, where it stays. */
    becomes: string | undefined;
  }
>;

/** A conversation that never was: its placeholders show the form only. */
const nobody = 'A'.repeat(43);

/** Every finding in a text with detector, pattern, check, score, operator and result, in the order of the text. */
export function explain(
  text: string,
  policy: Pick<Policy, 'operators' | 'detection'>,
  recognizers: readonly Recognizer[] = all,
): Explanation[] {
  const { threshold } = policy.detection.prompt;
  const { findings: detected, uncertain } = detect(text, { recognizers, threshold });
  const nothing = emptyIdentityMap(nobody);
  const findings = withKnown([{ text, findings: detected }], nothing)[0]?.findings ?? detected;
  const options = { policy, map: nothing };
  const row = (finding: Finding, becomes: string | undefined): Explanation => ({
    type: finding.type,
    start: finding.start,
    end: finding.end,
    score: finding.score,
    text: text.slice(finding.start, finding.end),
    detector: finding.because.detector,
    pattern: finding.because.pattern,
    check: finding.because.check,
    operator: operatorFor(policy, finding.type),
    becomes,
  });
  const { map } = pseudonymise([{ text, findings }], options);
  const meant = new Set(withoutImpersonal([{ text, findings }], options.map)[0]?.findings);
  const result = (finding: Finding) => {
    const value = text.slice(finding.start, finding.end);
    if (!meant.has(finding)) return value;
    return pseudonymise([{ text: value, findings: [{ ...finding, start: 0, end: value.length }] }], {
      policy,
      map,
    }).slots[0]?.text;
  };
  return [
    ...findings.map((finding) => row(finding, result(finding))),
    ...uncertain.map((finding) => row(finding, undefined)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

// SPDX-License-Identifier: Apache-2.0
import { cover } from '../../lambdas/privacy/cover.ts';
import { detect } from '../../lambdas/privacy/detect.ts';
import { recognizers } from '../../lambdas/recognizers/index.ts';
import { identifiers } from '../../lambdas/records/identifier.ts';
import { operatorFor, type Policy } from '../../lambdas/records/policy.ts';
import { codePointOffsets } from './code-points.ts';

export type Span = Readonly<{ start: number; end: number; type: string; subtype: string; score: number }>;

/**
 * What the policy would take out of a text: disjoint spans in Unicode code points, `type` the family of the
 * identifier (NAME, ID, ADDRESS …), `subtype` its exact type, `score` the surest detector's. What the policy
 * keeps is not a span.
 */
export function spansOf(text: string, policy: Policy): Span[] {
  const { findings } = detect(text, { recognizers, threshold: policy.detection.prompt.threshold });
  const offset = codePointOffsets(text);
  const replaced = findings.filter((finding) => operatorFor(policy, finding.type) !== 'keep');
  return cover(replaced, text.length, text).map(({ start, end, type, findings: because }) => ({
    start: offset(start),
    end: offset(end),
    type: identifiers[type].family,
    subtype: type,
    score: Math.max(...because.map((finding) => finding.score)),
  }));
}

/** `airlock detect`: `{"id","text"}` in, `{"id","spans"}` out. */
export const detectLine = (policy: Policy) => (line: { id: string | number; text: string }) => ({
  id: line.id,
  spans: spansOf(line.text, policy),
});

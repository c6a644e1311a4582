// SPDX-License-Identifier: Apache-2.0
import { cover } from '../../lambdas/privacy/cover.ts';
import { detect } from '../../lambdas/privacy/detect.ts';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { withoutImpersonal } from '../../lambdas/privacy/impersonal.ts';
import { withKnown } from '../../lambdas/privacy/known-again.ts';
import { recognizersAt, yearOf } from '../../lambdas/recognizers/index.ts';
import { identifiers } from '../../lambdas/records/identifier.ts';
import { operatorFor, type Policy } from '../../lambdas/records/policy.ts';
import { codePointOffsets } from './code-points.ts';

export type Span = Readonly<{ start: number; end: number; type: string; subtype: string; score: number }>;

/**
 * What the policy would take out of a text: disjoint spans in Unicode code points, `type` the family of the
 * identifier (NAME, ID, ADDRESS …), `subtype` its exact type, `score` the surest detector's. What the policy
 * keeps is not a span. `complete` is false when the text was encoded too deeply, or a detector failed.
 */
export function spansOf(text: string, policy: Policy): { spans: Span[]; complete: boolean } {
  const { findings, complete, failed } = detect(text, {
    recognizers: recognizersAt(yearOf(Date.now())),
    threshold: policy.detection.prompt.threshold,
  });
  const offset = codePointOffsets(text);
  const map = emptyIdentityMap('');
  const [slot] = withKnown(withoutImpersonal([{ text, findings }], map), map);
  const replaced = (slot?.findings ?? []).filter((finding) => operatorFor(policy, finding.type) !== 'keep');
  const spans = cover(replaced, text.length, text).map(({ start, end, type, findings: because }) => ({
    start: offset(start),
    end: offset(end),
    type: identifiers[type].family,
    subtype: type,
    score: Math.max(...because.map((finding) => finding.score)),
  }));
  return { spans, complete: complete && failed.length === 0 };
}

/** `airlock detect`: `{"id","text"}` in, `{"id","spans"}` out. */
export const detectLine = (policy: Policy) => (line: { id: string | number; text: string }) => {
  const { spans, complete } = spansOf(line.text, policy);
  return { id: line.id, spans, ...(complete ? {} : { complete }) };
};

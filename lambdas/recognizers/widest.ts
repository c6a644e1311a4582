// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';

/** Findings of one recognizer without those that lie whole inside another one, in the order of their start. */
export function widest(findings: readonly Finding[]): Finding[] {
  let reached = 0;
  return findings
    .toSorted((a, b) => a.start - b.start || b.end - a.end || b.score - a.score)
    .filter((finding) => {
      const more = finding.end > reached;
      reached = Math.max(reached, finding.end);
      return more;
    });
}

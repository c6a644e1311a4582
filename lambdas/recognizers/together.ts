// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { candidates } from './candidates.ts';
import type { PatternRecognizer, Recognizer } from './recognizer.ts';

/**
 * Many recognizers of numbers as one: they share a single walk over the places where a number can begin,
 * so that text without digits costs nothing and each further kind costs only where there is a number.
 */
export function together(name: string, kinds: readonly PatternRecognizer[]): Recognizer {
  return {
    name,
    types: [...new Set(kinds.flatMap((kind) => kind.types))],
    cites: 'the recognizers it unites',
    find: (text) => {
      const findings: Finding[] = [];
      for (const start of candidates(text))
        for (const kind of kinds) {
          const finding = kind.at(text, start);
          if (finding !== undefined) findings.push(finding);
        }
      return findings;
    },
  };
}

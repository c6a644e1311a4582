// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { candidates } from './candidates.ts';
import { lexicon, surroundings } from './context.ts';
import type { PatternRecognizer, Recognizer } from './recognizer.ts';

/**
 * Many recognizers of numbers as one: they share a single walk over the places where a number can begin,
 * so that text without digits costs nothing and each further kind costs only where there is a number.
 */
export function together(name: string, kinds: readonly PatternRecognizer[]): Recognizer {
  const words = lexicon(kinds.map((kind) => kind.context));
  return {
    name,
    types: [...new Set(kinds.flatMap((kind) => kind.types))],
    cites: 'the recognizers it unites',
    find: (text) => {
      const findings: Finding[] = [];
      const around = surroundings(words, text);
      for (const start of candidates(text)) {
        const spokenOf = around(start);
        kinds.forEach((kind, at) => {
          const finding = kind.at(text, start, spokenOf.has(at));
          if (finding !== undefined) findings.push(finding);
        });
      }
      return findings;
    },
  };
}

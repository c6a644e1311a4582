// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { candidates } from './candidates.ts';
import { lexicon, surroundings } from './context.ts';
import { before, type PatternRecognizer, type Recognizer } from './recognizer.ts';

/**
 * Many recognizers of numbers as one: they share a single walk over the places where a number can begin,
 * so that text without digits costs nothing and each further kind costs only where there is a number.
 */
export function together(name: string, kinds: readonly PatternRecognizer[]): Recognizer {
  const words = lexicon(kinds.map((kind) => kind.context));
  const always = kinds.map((_, at) => at).filter((at) => kinds[at]?.onlyInContext === false);
  // Most places where a number could begin hold nothing that is believed without context: one expression tells.
  const sketches = (edges: 'whole' | 'open') =>
    kinds.filter((kind) => kind.edges === edges).flatMap((kind) => kind.sketch);
  const open = sketches('open').map((source) => `|${source}`);
  const sketch = new RegExp(`${before}(?:${sketches('whole').join('|')})${open.join('')}`, 'iy');
  return {
    name,
    types: [...new Set(kinds.flatMap((kind) => kind.types))],
    cites: 'the recognizers it unites',
    find: (text) => {
      const findings: Finding[] = [];
      const around = surroundings(words, text);
      const ask = (at: number, start: number, supported: boolean) => {
        const finding = kinds[at]?.at(text, start, supported);
        if (finding !== undefined) findings.push(finding);
      };
      for (const start of candidates(text)) {
        const spokenOf = around(start);
        sketch.lastIndex = start;
        if (sketch.test(text)) for (const at of always) if (!spokenOf.has(at)) ask(at, start, false);
        for (const at of spokenOf) ask(at, start, true);
      }
      return findings;
    },
  };
}

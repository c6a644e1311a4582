// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal } from './check.ts';
import { englishWords, languagesOf, scripts } from './language-words.ts';

/** Words judged together: long enough to tell, short enough to see a foreign paragraph in an English letter. */
const window = 40;
const leastDistinct = 3;

/** A language the policy does not cover, as a stretch of the text, or nothing. Short texts count as covered. */
export const language: PromptCheck = {
  name: 'language',
  looksAt: 'both',
  check(slot, { policy }) {
    const covered = new Set(policy.languages);
    const signals: Signal[] = [];
    const add = (start: number, end: number) =>
      signals.push({ code: 'language-not-covered', weight: 1, start, end });
    // Nearly every prompt is ASCII: no script has to be looked for in it.
    if (/[\u0250-\uffff]/.test(slot.text))
      for (const { pattern, languages, least } of scripts) {
        if (languages.some((name) => covered.has(name))) continue;
        let letters = 0;
        let start = -1;
        let end = 0;
        for (const match of slot.text.matchAll(pattern)) {
          letters += match[0].length;
          if (start < 0) start = match.index;
          end = match.index + match[0].length;
        }
        if (letters >= least) add(start, end);
      }
    for (let from = 0; from < slot.tokens.length; from += window) {
      const tokens = slot.tokens.slice(from, from + window);
      const foreign = foreignWords(
        tokens.map(({ word }) => word),
        covered,
      );
      if (!foreign) continue;
      const [first, last] = [tokens[0], tokens.at(-1)];
      if (first !== undefined && last !== undefined)
        signals.push({ code: 'language-not-covered', weight: 1, ...slot.place(first.start, last.end) });
      if (signals.length >= 16) break;
    }
    return signals;
  },
};

/** Whether words are written in a language in Latin letters that is not covered, judged by its function words. */
function foreignWords(words: readonly string[], covered: ReadonlySet<string>): boolean {
  const hits = new Map<string, { all: number; telling: string[] }>();
  let letters = 0;
  let own = 0;
  for (const word of words) {
    if (word.charCodeAt(0) < 0x3a) continue; // a number
    letters += 1;
    const english = englishWords.has(word);
    if (english) own += 1;
    for (const name of languagesOf.get(word) ?? []) {
      const hit = hits.get(name) ?? { all: 0, telling: [] };
      hits.set(name, hit);
      hit.all += 1;
      // A word that English has too says nothing about the other language.
      if (!english) hit.telling.push(word);
    }
  }
  let best: { name: string; telling: string[] } = { name: '', telling: [] };
  let bestCovered = covered.has('en') ? own : 0;
  for (const [name, { all, telling }] of hits) {
    if (covered.has(name)) bestCovered = Math.max(bestCovered, all);
    if (telling.length > best.telling.length) best = { name, telling };
  }
  if (covered.has(best.name)) return false;
  const enough = best.telling.length >= 0.25 * letters && new Set(best.telling).size >= leastDistinct;
  // English itself may be what is not covered.
  const english = !covered.has('en') && own >= leastDistinct && own >= 0.3 * letters;
  return (enough && best.telling.length > 1.5 * bestCovered) || (english && own > 1.5 * bestCovered);
}

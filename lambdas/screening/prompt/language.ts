// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal } from './check.ts';
import { englishWords, functionWords, scripts } from './language-words.ts';

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
      if (first !== undefined && last !== undefined) add(slot.origin(first.start), slot.origin(last.end));
      if (signals.length >= 16) break;
    }
    return signals;
  },
};

/** Whether words are written in a language in Latin letters that is not covered, judged by its function words. */
function foreignWords(words: readonly string[], covered: ReadonlySet<string>): boolean {
  const alphabetic = words.filter((word) => /^\p{L}+$/u.test(word));
  if (alphabetic.length < leastDistinct) return false;
  const own = alphabetic.filter((word) => englishWords.has(word)).length;
  const share = (hits: number) => hits / alphabetic.length;
  let best = { hits: 0, distinct: 0, language: '' };
  let bestCovered = covered.has('en') ? own : 0;
  for (const [name, list] of functionWords) {
    const hits = alphabetic.filter((word) => list.has(word));
    if (covered.has(name)) bestCovered = Math.max(bestCovered, hits.length);
    // A word that English has too says nothing about the other language.
    const telling = hits.filter((word) => !englishWords.has(word));
    const distinct = new Set(telling).size;
    if (telling.length > best.hits) best = { hits: telling.length, distinct, language: name };
  }
  if (covered.has(best.language)) return false;
  const foreign = best.distinct >= leastDistinct && share(best.hits) >= 0.25 && best.hits > 1.5 * bestCovered;
  // English itself may be what is not covered.
  return (
    foreign || (!covered.has('en') && own > 1.5 * bestCovered && own >= leastDistinct && share(own) >= 0.3)
  );
}

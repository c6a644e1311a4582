// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal } from './check.ts';
import { allWords, englishWords, languagesOf, scripts } from './language-words.ts';

/** Words judged together: long enough to tell, short enough to see a foreign paragraph in an English letter. */
const window = 40;
const leastDistinct = 3;
const leastShare = 0.25;

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
  const spelled = words.filter((word) => word.charCodeAt(0) >= 0x3a); // not numbers
  const telling = new Map<string, string[]>();
  const add = (name: string, word: string) => {
    if (!covered.has(name)) telling.set(name, [...(telling.get(name) ?? []), word]);
  };
  for (const word of spelled)
    // A word that English has too says nothing about the other language.
    if (englishWords.has(word)) add('en', word);
    else for (const name of languagesOf.get(word) ?? []) add(name, word);
  let [best, most]: [string, readonly string[]] = ['', []];
  for (const [name, those] of telling) if (those.length > most.length) [best, most] = [name, those];
  if (new Set(most).size < leastDistinct || most.length < leastShare * spelled.length) return false;
  return Array.from(covered).every((name) => {
    const [own, other] = [allWords.get(name), allWords.get(best)];
    const against = most.filter((word) => own?.has(word) !== true).length;
    const inFavour = spelled.filter((word) => own?.has(word) === true && other?.has(word) !== true).length;
    return against > 1.5 * inFavour;
  });
}

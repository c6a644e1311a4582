// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal, SlotView } from './check.ts';
import { fold } from './fold.ts';
import { type Token, tokenise } from './token.ts';

// English and Romance endings: a term "loan" also means "loans", "invest" also "investing" and "invested".
const endings = ['', 's', 'es', 'ed', 'ing', 'er', 'ers', 'ment', 'ments', 'ly', 'ion', 'ions'];

/** A word without its commonest ending, so that inflected forms meet. */
function stem(word: string): string {
  if (word.length < 4) return word;
  let least = word;
  for (const ending of endings)
    if (ending !== '' && word.length - ending.length >= 3 && word.endsWith(ending)) {
      const rest = word.slice(0, -ending.length);
      if (rest.length < least.length) least = rest;
    }
  // "bullying", "bullies": y and i meet; "planned", "plan": a doubled consonant is one.
  const alike = least.replace(/(?:ie|i|e)$/, least.length > 4 ? '' : '$&').replace(/([bdfglmnprt])\1$/, '$1');
  return alike.endsWith('y') ? alike.slice(0, -1) : alike;
}

type Term = readonly string[];
const cut = (term: string): Term => tokenise(fold(term).folded).map(({ word }) => stem(word));

/** A policy's lists stay the same objects for all its requests. */
const known = new WeakMap<readonly string[], readonly Term[]>();
function termsOf(list: readonly string[]): readonly Term[] {
  const terms = known.get(list) ?? list.map(cut);
  known.set(list, terms);
  return terms;
}

/** Where the words of a term stand one after the other. */
function occurrences(term: Term, stems: readonly string[], tokens: readonly Token[], slot: SlotView) {
  const [first] = term;
  const found: { start: number; end: number }[] = [];
  if (first === undefined) return found;
  for (let index = stems.indexOf(first); index >= 0; index = stems.indexOf(first, index + 1)) {
    const last = tokens[index + term.length - 1];
    const start = tokens[index];
    if (start === undefined || last === undefined) break;
    if (term.every((word, offset) => stems[index + offset] === word))
      found.push(slot.place(start.start, last.end));
    if (found.length >= 16) break;
  }
  return found;
}

/** Topics and words that the policy denies, word by word and whatever their inflection. */
export const denied: PromptCheck = {
  name: 'denied',
  looksAt: 'both',
  check(slot, { policy }) {
    const { topics, words } = policy.denied;
    if (topics.length === 0 && words.length === 0) return [];
    const stems = slot.tokens.map(({ word }) => stem(word));
    const present = new Set(stems);
    const signals: Signal[] = [];
    const look = (terms: readonly string[], code: Signal['code']) => {
      for (const term of termsOf(terms))
        if (term.every((word) => present.has(word)))
          for (const place of occurrences(term, stems, slot.tokens, slot))
            signals.push({ code, weight: 1, ...place });
    };
    for (const topic of topics) look(topic.terms, 'denied-topic');
    look(words, 'denied-word');
    return signals;
  },
};

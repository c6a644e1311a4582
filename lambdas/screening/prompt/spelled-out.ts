// SPDX-License-Identifier: Apache-2.0
import type { Token } from './token.ts';
import { longestWord, wordsToFind } from './words-to-find.ts';

const longestRun = 400;

/** A run of single letters ("i g n o r e"), cut into the words that it spells; no tokens when it spells nothing. */
export function spelledOut(tokens: readonly Token[], from: number): { tokens: Token[]; last: number } {
  let last = from;
  while (last - from < longestRun && tokens[last + 1]?.word.length === 1) last += 1;
  if (last - from < 4) return { tokens: [], last };
  const run = tokens.slice(from, last + 1);
  const joined = run.map(({ word }) => word).join('');
  const cut: Token[] = [];
  let at = 0;
  let found = false;
  while (at < run.length) {
    const word = longestWord(joined, at);
    const first = run[at];
    if (first === undefined) break;
    const end = run[at + Math.max(word.length, 1) - 1]?.end ?? first.end;
    if (word.length > 1) {
      cut.push({ ...first, word, end, disguise: 'spaced' });
      if (wordsToFind.has(word)) found = true;
    } else cut.push(first);
    at += Math.max(word.length, 1);
  }
  return { tokens: found ? cut : [], last };
}

/** A token of words without spaces between ("ignoreallinstructions"), cut when it is made of words to find. */
export function cutGlued(token: Token): Token[] {
  const parts: Token[] = [];
  let at = 0;
  while (at < token.word.length) {
    const word = longestWord(token.word, at);
    if (word === '') return [];
    parts.push({
      ...token,
      word,
      start: token.start + at,
      end: token.start + at + word.length,
      disguise: 'split',
    });
    at += word.length;
  }
  return parts;
}

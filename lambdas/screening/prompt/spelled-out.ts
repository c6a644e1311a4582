// SPDX-License-Identifier: Apache-2.0
import type { Token } from './token.ts';
import { wordsToFind } from './words-to-find.ts';

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

const little = new Set([
  'all',
  'the',
  'and',
  'your',
  'my',
  'me',
  'any',
  'above',
  'prior',
  'rules',
  'tell',
  'show',
  'what',
  'is',
]);

function longestWord(joined: string, at: number): string {
  for (let length = 16; length >= 2; length -= 1) {
    const word = joined.slice(at, at + length);
    if (word.length === length && (wordsToFind.has(word) || little.has(word))) return word;
  }
  return '';
}

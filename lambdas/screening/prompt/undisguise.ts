// SPDX-License-Identifier: Apache-2.0
import { cutGlued, spelledOut } from './spelled-out.ts';
import type { Token } from './token.ts';
import { littleWords, wordsToFind } from './words-to-find.ts';

const shortened = new Map<string, string>();
for (const word of wordsToFind)
  if (word.length >= 6)
    for (let index = 1; index < word.length - 1; index += 1)
      shortened.set(word.slice(0, index) + word.slice(index + 1), word);

const ends = (word: string): string => word.charAt(0) + word.charAt(word.length - 1);
/** First and last letter of the words that are looked for in other forms: those forms keep both. */
const endsToFind: ReadonlySet<string> = new Set(
  [...wordsToFind].filter((word) => word.length >= 6).map(ends),
);

const leetLetters: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
  '@': 'a',
  $: 's',
};
const letterAndDigit = /(?=.*[a-z])[\da-z@$]*[\d@$]/;

const shortestGlued = 14;
const sorted = (word: string) => Array.from(word).sort().join('');

/** The word to find that lacks or has one letter more, or has two exchanged; never one with another ending only. */
function intended(word: string): string | undefined {
  if (word.length < 5 || word.length > 16 || wordsToFind.has(word)) return undefined;
  if (!endsToFind.has(ends(word))) return undefined;
  const longer = shortened.get(word);
  if (longer !== undefined) return longer;
  for (let index = 1; index < word.length - 1; index += 1) {
    const without = word.slice(0, index) + word.slice(index + 1);
    if (wordsToFind.has(without) && without.length >= 6) return without;
    // Two letters exchanged; another letter in their place would make "precious" of "previous".
    const target = shortened.get(without);
    if (target?.length === word.length && sorted(target) === sorted(word)) return target;
  }
  return undefined;
}

function revealed(token: Token): Token {
  const { word } = token;
  if (word.length < 3 || word.length > 20) return token;
  if (letterAndDigit.test(word)) {
    const letters = Array.from(word, (letter) => leetLetters[letter] ?? letter).join('');
    const read = [letters, letters.replaceAll('i', 'l')].find(
      (each) => wordsToFind.has(each) || littleWords.has(each),
    );
    return read === undefined ? token : { ...token, word: read, disguise: 'leet' };
  }
  const meant = intended(word);
  return meant === undefined ? token : { ...token, word: meant, disguise: 'typing-error' };
}

/** Undoes what hides a word from the checks: leet, typing errors, splits into two parts or into letters. */
export function undisguise(tokens: readonly Token[], folded: string): Token[] {
  const read: Token[] = [];
  // Single letters up to here were looked at together and spell nothing.
  let unspelled = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.word.length === 1 && index >= unspelled) {
      const run = spelledOut(tokens, index);
      unspelled = run.last + 1;
      if (run.tokens.length > 0) {
        read.push(...run.tokens);
        index = run.last;
        continue;
      }
    }
    const next = tokens[index + 1];
    if (next !== undefined && next.start - token.end <= 2 && folded.charAt(token.end) !== '\n') {
      const joined = token.word + next.word;
      if (joined.length >= 6 && joined.length <= 16 && wordsToFind.has(joined)) {
        read.push({ ...token, word: joined, end: next.end, disguise: 'split' });
        index += 1;
        continue;
      }
    }
    const glued = token.word.length > shortestGlued ? cutGlued(token) : [];
    if (glued.length > 1) read.push(...glued);
    else read.push(revealed(token));
  }
  return read;
}

// SPDX-License-Identifier: Apache-2.0
import type { Token } from './token.ts';

/**
 * Words that attackers disguise because checks look for them: "1gn0re", "ig nore", "i g n o r e", "ingore".
 * Ordinary words one letter away from one of these are not in danger of being read as it: a phrase needs several.
 */
const disguised = [
  'ignore',
  'ignores',
  'disregard',
  'forget',
  'override',
  'bypass',
  'previous',
  'preceding',
  'instruction',
  'instructions',
  'instruct',
  'guideline',
  'guidelines',
  'restriction',
  'restrictions',
  'unrestricted',
  'unfiltered',
  'uncensored',
  'jailbreak',
  'system',
  'prompt',
  'prompts',
  'developer',
  'assistant',
  'password',
  'secret',
  'everything',
  'directives',
  'reveal',
  'pretend',
  'confidential',
  'malware',
  'exploit',
  'ransomware',
  'keylogger',
  'explosive',
  'methamphetamine',
  'bomb',
] as const;

const wordsToFind = new Set<string>(disguised);
const shortened = new Map<string, string>();
for (const word of disguised)
  if (word.length >= 6)
    for (let index = 1; index < word.length - 1; index += 1)
      shortened.set(word.slice(0, index) + word.slice(index + 1), word);

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

/** Words within one letter of another, or exchanged letters, but never only a different ending. */
function intended(word: string): string | undefined {
  if (word.length < 5 || word.length > 16 || wordsToFind.has(word)) return undefined;
  const longer = shortened.get(word);
  if (longer !== undefined) return longer;
  for (let index = 1; index < word.length - 1; index += 1) {
    const without = word.slice(0, index) + word.slice(index + 1);
    if (wordsToFind.has(without) && without.length >= 6) return without;
    const target = shortened.get(without);
    if (target?.length === word.length && target.at(-1) === word.at(-1)) return target;
  }
  return undefined;
}

function revealed(token: Token): Token {
  const { word } = token;
  if (word.length < 4 || word.length > 20) return token;
  if (letterAndDigit.test(word)) {
    const letters = Array.from(word, (letter) => leetLetters[letter] ?? letter).join('');
    const read = wordsToFind.has(letters)
      ? letters
      : wordsToFind.has(letters.replaceAll('i', 'l'))
        ? letters.replaceAll('i', 'l')
        : undefined;
    return read === undefined ? token : { ...token, word: read, disguise: 'leet' };
  }
  const meant = intended(word);
  return meant === undefined ? token : { ...token, word: meant, disguise: 'typing-error' };
}

/** Undoes what hides a word from the checks: leet, typing errors, splits into two parts or into letters. */
export function undisguise(tokens: readonly Token[], folded: string): Token[] {
  const read: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const spaced = token.word.length === 1 ? letters(tokens, index) : undefined;
    if (spaced !== undefined) {
      read.push(...spaced.tokens);
      index = spaced.last;
      continue;
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
    read.push(revealed(token));
  }
  return read;
}

const longestRun = 400;

/** A run of single letters ("i g n o r e"), cut into the words that it spells. */
function letters(tokens: readonly Token[], from: number): { tokens: Token[]; last: number } | undefined {
  let last = from;
  while (last - from < longestRun && tokens[last + 1]?.word.length === 1) last += 1;
  if (last - from < 4) return undefined;
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
  return found ? { tokens: cut, last } : undefined;
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

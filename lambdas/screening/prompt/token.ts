// SPDX-License-Identifier: Apache-2.0

/** A word of the folded text. */
export type Token = Readonly<{
  /** What it reads as once its disguise is undone. */
  word: string;
  /** Offsets in the folded text. */
  start: number;
  end: number;
  /** Sentences are numbered from 0; every line begins one. */
  sentence: number;
  /** A phrase does not reach beyond its clause unless it says so: a sentence, or lines of a word or two each. */
  clause: number;
  /** How the word was disguised, if it was. */
  disguise?: 'leet' | 'split' | 'spaced' | 'typing-error';
}>;

// A word, or a mark that ends a sentence. `@` and `$` inside a word may stand for letters ("p@ssword").
const pieces = /[\p{L}\p{M}\p{N}]+(?:[@$][\p{L}\p{N}]+){0,4}|[.?!;\n。？！।؟|]/gu;
const mostInShortLine = 2;
const wordCharacter = /^[\p{L}\p{N}]/u;

/** The words of a folded text. Apostrophes and hyphens separate: "don't" is "don", "t". */
export function tokenise(folded: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let clause = 0;
  let wordsInLine = 0;
  for (const match of folded.matchAll(pieces)) {
    const [word] = match;
    const next = folded.charAt(match.index + 1);
    if (wordCharacter.test(word)) {
      tokens.push({ word, start: match.index, end: match.index + word.length, sentence, clause });
      wordsInLine += 1;
      continue;
    }
    // A dot between two letters or digits belongs to a number or an address ("3.5", "example.com").
    if (word === '.' && wordCharacter.test(next)) continue;
    sentence += 1;
    // One word a line hides a phrase from whoever looks at lines; an empty line ends it all the same.
    if (word !== '\n' || wordsInLine > mostInShortLine || next === '\n') clause += 1;
    wordsInLine = 0;
  }
  return tokens;
}

// SPDX-License-Identifier: Apache-2.0

/**
 * An alternation of words as they are written: in lower case, capitalised, each word capitalised, and in
 * capitals. Expressions that tell names by their capitals cannot ignore case as a whole.
 */
export const everyCase = (words: readonly string[]): string =>
  [
    ...new Set(
      words.flatMap((word) => [
        word,
        word.charAt(0).toUpperCase() + word.slice(1),
        word.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
        word.toUpperCase(),
      ]),
    ),
  ]
    .sort((a, b) => b.length - a.length)
    .join('|');

// SPDX-License-Identifier: Apache-2.0

/** Longest stretch that is tagged at once, in UTF-16 code units: it bounds memory, and what a sentence can see. */
export const longestBlock = 4000;

const lineBreak = /\n/g;
const sentenceEnd = /[.?!] /g;
const space = /\s/g;

/** End of the last match of `pattern` in `text` from `from` to `to`, or -1. */
function lastEnd(text: string, pattern: RegExp, from: number, to: number): number {
  let end = -1;
  for (const match of text.slice(from, to).matchAll(pattern)) end = from + match.index + match[0].length;
  return end;
}

/**
 * Cuts a text into stretches of at most `longestBlock`, at a line break if there is one in the second half, else at the end
 * of a sentence, else at white space, else anywhere (never inside a surrogate pair). Pairs of offsets, in order, without gaps.
 */
export function* blocks(text: string): Generator<readonly [number, number]> {
  let start = 0;
  while (text.length - start > longestBlock) {
    const most = start + longestBlock;
    const half = start + longestBlock / 2;
    const hard = (text.charCodeAt(most) & 0xfc00) === 0xdc00 ? most - 1 : most;
    const ends = [lineBreak, sentenceEnd, space].map((pattern) => lastEnd(text, pattern, half, most));
    const end = ends.find((found) => found > start) ?? hard;
    yield [start, end];
    start = end;
  }
  if (start < text.length) yield [start, text.length];
}

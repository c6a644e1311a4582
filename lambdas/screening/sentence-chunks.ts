// SPDX-License-Identifier: Apache-2.0

const sentenceEnd = /[.!?…。！？]["'”’)\]]{0,3}\s|\n/g;

/**
 * Cuts a text into pieces of at most `most` UTF-16 code units, after a sentence where there is one in the last
 * quarter of a piece, each beginning `overlap` units before the end of the one before: what stands across a
 * border stands whole in one of them. Never cuts a surrogate pair. Linear.
 */
export function sentenceChunks(text: string, most: number, overlap: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > most) {
    const piece = text.slice(start, start + most);
    const ends = [...piece.slice(most - (most >> 2)).matchAll(sentenceEnd)].at(-1);
    const cut = ends === undefined ? most : most - (most >> 2) + ends.index + ends[0].length;
    const whole = isInsidePair(text, start + cut) ? cut - 1 : cut;
    pieces.push(text.slice(start, start + whole));
    const next = start + whole - overlap;
    start = isInsidePair(text, next) ? next - 1 : next;
  }
  pieces.push(text.slice(start));
  return pieces;
}

const isInsidePair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
};

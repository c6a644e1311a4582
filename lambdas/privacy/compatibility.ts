// SPDX-License-Identifier: Apache-2.0
import type { Edit } from './rewrite.ts';

// A character with the marks that compose with it, or a run of conjoining Hangul letters.
const cluster = /[\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]{1,200}|\P{M}\p{M}{1,30}|\P{ASCII}/gu;
const decimal = /\p{Nd}/u;
const dashes = new Set('\u2010\u2011\u2012\u2013\u2212\u00AD\uFE58\uFE63\uFF0D');
const quotes: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02BC': "'",
  '\u201B': "'",
  '\uFF07': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
};

/** The value of a decimal digit of any script: the digits of a script stand in a row of ten (Unicode, ch. 4.6). */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && decimal.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

// Letters in squares and circles that NFKC leaves (U+1F150, U+1F170), and marks that compose with nothing Latin: struck-out text.
const enclosed = /^[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}]$/u;
const stray = /(?<=[\p{ASCII}\p{Script=Latin}])[\u0300-\u036F\u0488\u0489\u20D0-\u20FF]{1,30}/gu;

const letterIn = (character: string): string =>
  String.fromCharCode(65 + (((character.codePointAt(0) ?? 0) - 0x1f150) % 32));

function plainly(written: string): string {
  const first = String.fromCodePoint(written.codePointAt(0) ?? 0);
  if (quotes[written] !== undefined) return quotes[written];
  if (dashes.has(written)) return '-';
  if (enclosed.test(written)) return letterIn(written);
  const digits =
    decimal.test(first) && first > '\u02FF' ? digit(first) + written.slice(first.length) : written;
  return digits.normalize('NFKC').replaceAll(stray, '');
}

/**
 * What NFKC, the digits of other scripts, and the typographic dashes, quotes and spaces become in plain
 * writing, one edit a character, so that the map to the original stays exact.
 */
export function compatible(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(cluster)) {
    const written = match[0];
    const plain = plainly(written);
    if (plain !== written) edits.push({ start: match.index, end: match.index + written.length, text: plain });
  }
  return edits;
}

// SPDX-License-Identifier: Apache-2.0

/** What a UTF-16 code unit is to the tokeniser. Surrogates are symbols: NFKC has already made letters of those that mean letters. */
export const unknownChar = 0;
export const lowerChar = 1;
export const upperChar = 2;
/** A letter without case, or a mark that belongs to the letter before it. */
export const otherLetter = 3;
export const digitChar = 4;
export const spaceChar = 5;
export const lineChar = 6;
export const symbolChar = 7;

/** Kind and lower-case form per code unit, worked out when first asked for: a memo, so the answer never depends on order. */
const kinds = new Uint8Array(65536);
const lowered = new Uint16Array(65536);

function classify(code: number): number {
  const char = String.fromCharCode(code);
  const small = char.toLowerCase();
  lowered[code] = small.length === 1 ? small.charCodeAt(0) : code;
  if (char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029') return lineChar;
  if (/\s/u.test(char)) return spaceChar;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return upperChar;
  if (/\p{Ll}/u.test(char)) return lowerChar;
  if (/\p{L}|\p{M}|[\u200c\u200d]/u.test(char)) return otherLetter;
  return /\p{N}/u.test(char) ? digitChar : symbolChar;
}

/** The kind of a UTF-16 code unit. */
export function kindOf(code: number): number {
  const known = kinds[code];
  if (known !== undefined && known !== unknownChar) return known;
  const kind = classify(code);
  kinds[code] = kind;
  return kind;
}

/** The lower-case code unit of one whose kind has been asked for. */
export const lowerOf = (code: number): number => lowered[code] ?? code;

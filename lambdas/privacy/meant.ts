// SPDX-License-Identifier: Apache-2.0
import { checkAlphabet } from './check-characters.ts';
import { type Issued, plainType } from './issued.ts';
import type { Surroundings } from './surroundings.ts';

const checkLetters = new RegExp(`^[${checkAlphabet}]{2}$`);

/**
 * Whether an ordinal and two characters that name nobody were still meant as a placeholder. Prose has "code 3 am",
 * templates have "[Date 1 of 3]", citations "[ISO-8859-15]": what is not written as placeholders are must be close to one that was issued.
 */
export function meant(
  around: Surroundings,
  [digits, second, letters]: readonly [string, string, string],
  issued: Issued,
): boolean {
  const { type, word, bracketed, enclosed, gap: first } = around;
  const joined = first.includes('_') && second.includes('_');
  const upper = letters.toUpperCase();
  if (type !== undefined) {
    const near = issued.ordinal(plainType(type), Number(digits)) || issued.check(plainType(type), upper);
    const shouted = type === type.toUpperCase() && letters === upper;
    return joined || (bracketed && (near || shouted)) || (near && shouted);
  }
  if (word === undefined) return false;
  const hyphened =
    first.includes('-') && second.includes('-') && letters === upper && checkLetters.test(letters);
  return (
    (enclosed && (joined || hyphened)) ||
    (joined && word === word.toUpperCase() && issued.like(word).length > 0)
  );
}

/** Whether an ordinal and right check characters are more than the luck of prose. */
export function certain(
  { type, word, broken, bracketed, gap: first }: Surroundings,
  second: string,
  letters: string,
): boolean {
  // A word that runs into the number may have lost its own: "DATE2_3N" was DATE_3 before it lost a character.
  if (broken || ((word ?? type) !== undefined && first === '')) return false;
  const joined = /[_-]/.test(first + second);
  if (type !== undefined || word !== undefined)
    return bracketed || joined || letters === letters.toUpperCase() || /\d/.test(letters);
  return bracketed || /^\\?[_-]$/.test(second);
}

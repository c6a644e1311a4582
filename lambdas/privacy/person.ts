// SPDX-License-Identifier: Apache-2.0
import { sexOf } from './given-names.ts';
import { plainName } from './folded.ts';
import { degrees, doctors, generations, men, otherLetters, otherTitles, particles, women } from './titles.ts';

/** What a written name says about its bearer. Name parts are lower case without accents. */
export type Person = Readonly<{
  /** Given and middle names or initials, in order. */
  given: readonly string[];
  family: string | undefined;
  /** A name of one word that could be either. */
  mononym: string | undefined;
  /** As a title says it. */
  sex: 'm' | 'f' | undefined;
  /** As the given name suggests it. */
  likely: 'm' | 'f' | undefined;
  doctor: boolean;
  /** Addressed by a title that doctors do not use. */
  layman: boolean;
  /** jr, sr, ii, iii, … */
  generation: string | undefined;
}>;

/** "Mr. and Mrs. Smith" behind the first title: two people, of whom neither "Mrs. Smith" nor any Smith is the other. */
const couple = /^(?:and|&|und|y) (?=(?:mrs?|ms|dr|frau|herr|sra|senora)\b)/;
const nobodyElse = {
  mononym: undefined,
  sex: undefined,
  likely: undefined,
  doctor: false,
  layman: false,
  generation: undefined,
} as const;

/** Reads a written name: titles, "Smith, John", particles, degrees, generations, initials. */
export function person(written: string): Person {
  const plain = plainName(written);
  if (couple.test(plain)) return { ...nobodyElse, given: ['and'], family: plain.replace(couple, '') };
  const comma = /^([^,]{2,40}),\s{0,3}([^,]{1,40})/.exec(plain);
  const swap =
    comma !== null &&
    !degrees.has(key(comma[2])) &&
    !otherLetters.has(key(comma[2])) &&
    !generations.has(key(comma[2]));
  const ordered = swap ? `${comma[2] ?? ''} ${comma[1] ?? ''}${plain.slice(comma[0].length)}` : plain;
  const words = ordered
    .split(/[\s,^]+|(?<=\p{L}\.)(?=\p{L})/u)
    .map(key)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

  let sex: 'm' | 'f' | undefined;
  let [doctor, layman] = [false, false];
  let generation: string | undefined;
  const names: string[] = [];
  for (const [index, word] of words.entries()) {
    const title = names.length === 0 && words.length > 1;
    if (title && men.has(word)) [sex, layman] = ['m', true];
    else if (title && women.has(word)) [sex, layman] = ['f', true];
    else if (title && doctors.has(word)) doctor = true;
    else if (title && otherTitles.has(word)) continue;
    else if (names.length > 0 && degrees.has(word)) doctor = true;
    else if (names.length > 0 && otherLetters.has(word) && index === words.length - 1) continue;
    else if (names.length > 0 && generations.has(word))
      generation = word.replace('junior', 'jr').replace('senior', 'sr');
    else names.push(word);
  }

  const addressed = sex !== undefined || doctor;
  let start = names.length - 1;
  while (start > 0 && particles.has(names[start - 1] ?? '')) start -= 1;
  const last = names.slice(Math.max(start, 0)).join(' ');
  const given = names.slice(0, Math.max(start, 0));
  // "Anna S.": the last part is an initial, "Mr. Smith": a title goes with the family name.
  const alone = given.length === 0;
  return {
    given,
    family: alone && !addressed ? undefined : last === '' ? undefined : last,
    mononym: alone && !addressed && last !== '' ? last : undefined,
    sex,
    likely: sexOf(given[0] ?? (addressed ? '' : last)),
    doctor,
    layman: layman && !doctor,
    generation,
  };
}

const key = (word: string | undefined): string =>
  (word ?? '').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Two parts are one name, or one is the other's initial. */
const same = (a: string, b: string): boolean =>
  a === b || ((a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0));

const fitsIn = (few: readonly string[], many: readonly string[]): boolean => {
  const [first, ...rest] = few;
  if (first === undefined) return true;
  if (!same(first, many[0] ?? first)) return false;
  let from = 1;
  return rest.every((name) => {
    const at = many.findIndex((each, index) => index >= from && same(name, each));
    if (at >= 0) from = at + 1;
    return at >= 0 || many.length < few.length;
  });
};

/** Has both a given name and a family name. */
export const isComplete = (name: Person): boolean => name.given.length > 0 && name.family !== undefined;

/** Whether a title contradicts a given name: reason enough not to link "Mr. Smith" to Mary, not to link him to John. */
export const unlikely = (a: Person, b: Person): boolean => {
  const [one, other] = [a.sex ?? a.likely, b.sex ?? b.likely];
  return one !== undefined && other !== undefined && one !== other;
};

/** Whether two written names can be one person's. Where in doubt they cannot: two people are never one. */
export function fits(a: Person, b: Person): boolean {
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return false;
  if ((a.doctor && b.layman) || (b.doctor && a.layman)) return false;
  if (isComplete(a) && isComplete(b)) {
    if (a.generation !== b.generation) return false;
    const [few, many] = a.given.length <= b.given.length ? [a, b] : [b, a];
    return same(a.family ?? '', b.family ?? '') && fitsIn(few.given, many.given);
  }
  const [part, whole] = isComplete(b) ? [a, b] : [b, a];
  if (part.doctor && !whole.doctor) return false;
  if (part.generation !== undefined && part.generation !== whole.generation) return false;
  if (part.mononym !== undefined)
    return [...whole.given.filter((name) => name.length > 1), whole.family, whole.mononym].includes(
      part.mononym,
    );
  return part.family !== undefined && [whole.family, whole.mononym].includes(part.family);
}

/** What both say together. */
export const merged = (a: Person, b: Person): Person => {
  const fuller =
    b.given.length > a.given.length ||
    (b.given.length === a.given.length && b.given.join('').length > a.given.join('').length)
      ? b
      : a;
  const family = [a.family, b.family]
    .filter((name) => name !== undefined)
    .sort((x, y) => y.length - x.length)[0];
  return {
    given: fuller.given,
    family: family ?? undefined,
    mononym: family === undefined && fuller.given.length === 0 ? (a.mononym ?? b.mononym) : undefined,
    sex: a.sex ?? b.sex,
    likely: a.likely ?? b.likely,
    doctor: a.doctor || b.doctor,
    layman: a.layman || b.layman,
    generation: a.generation ?? b.generation,
  };
};

// SPDX-License-Identifier: Apache-2.0
import type { Identity, IdentityMap } from '../records/identity.ts';
import type { Evidence } from '../records/verdict.ts';
import { isoOf } from './calendar.ts';
import { canonical } from './canonical.ts';
import { findWrittenDates } from './find-written-dates.ts';
import { normalise } from './normalise.ts';
import { person, plainName } from './person.ts';

// A single word is an original value only if it is long enough, written with a capital, and no ordinary word.
const leastLetters = 4;
const leastDigits = 5;
const ordinary = new Set(
  'able april august baker banks bell best bill black blue bond bishop brown butler carpenter case chance christian clay cook cross daisy dale dawn dean drew early east faith ford forest fox frank gates gene glen good grace grant gray green hand hardy hill hope hunter iris ivory jade joy july june king knight lake lane large lily little long love march mark marsh mason max may miles mills moon moss north olive page paige park parker patience piper pope porter price prince queen rain ray read reed rice rich rivers rock rose rowan ruby rush sage sharp short singer small snow south star stone storm strong summer sunny swift taylor temple turner violet wade walker ward waters weaver webb wells west white will winter wise wolf wood woods young center centre clinic county general hospital medical memorial saint university'.split(
    ' ',
  ),
);
const eponym =
  /^(?:['’]s)?\s(?:disease|syndrome|lymphoma|sign|score|scale|test|criteria|reflex|palsy|fracture|procedure|catheter|maneuver|manoeuvre|law|formula|index|classification|contracture|phenomenon|ring|method|tumou?r|thyroiditis|ulcer)\b/i;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]{0,80}/gu;
const number = /(?:\+|\b)\d(?:[\d()./-]|[ \t](?=[\d(])){3,60}\d\b/g;

type Word = Readonly<{ plain: string; start: number; end: number; capital: boolean }>;

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(word)].flatMap(
    (match) =>
      match[0].split('-').reduce<{ at: number; words: Word[] }>(
        ({ at, words }, part) => {
          const bare = part.replace(/'[sS]?$/, '');
          const start = match.index + at;
          if (bare !== '')
            words.push({
              plain: plainName(bare),
              start,
              end: start + bare.length,
              capital: /^\p{Lu}/u.test(bare),
            });
          return { at: at + part.length + 1, words };
        },
        { at: 0, words: [] },
      ).words,
  );

/** The sequences of words that give a value away: as written, and a person's name the other way round. */
function sequences({ type, value, forms }: Identity): string[][] {
  return [value, ...forms].flatMap((form) => {
    const plain = wordsOf(form).map((each) => each.plain);
    if (type !== 'NAME') return [plain];
    const { given, family, mononym } = person(form);
    const last = (family ?? mononym ?? '').split(' ').flatMap((part) => part.split('-'));
    const full = given.filter((name) => name.length > 1).flatMap((name) => name.split('-'));
    const bare = last.filter((part) => part !== '');
    return full.length === 0
      ? [bare]
      : [[...full, ...bare], [...bare, ...full], [full[0] ?? '', ...bare], bare];
  });
}

const tellsAlone = (plain: string, capital: boolean): boolean =>
  capital && plain.length >= leastLetters && !ordinary.has(plain) && /\p{L}/u.test(plain);

/** Names, places, addresses: values of words. */
function wordMatches(text: string, map: IdentityMap): Evidence[] {
  const words = wordsOf(text);
  const byFirst = new Map<string, string[][]>();
  for (const identity of map.identities) {
    if (identity.type === 'DATE' || identity.type === 'AGE') continue;
    for (const sequence of sequences(identity)) {
      const [first] = sequence;
      if (first === undefined || (sequence.length > 1 && !sequence.some((each) => /\p{L}{2}/u.test(each))))
        continue;
      const same = byFirst.get(first) ?? [];
      if (!same.some((other) => other.join(' ') === sequence.join(' ')))
        byFirst.set(first, [...same, sequence]);
    }
  }
  return words.flatMap((start, at) =>
    (byFirst.get(start.plain) ?? []).flatMap((sequence) => {
      const stretch = words.slice(at, at + sequence.length);
      const last = stretch.at(-1);
      if (last === undefined || stretch.some((each, index) => each.plain !== sequence[index])) return [];
      const alone = sequence.length === 1;
      if (
        alone &&
        (!tellsAlone(start.plain, start.capital) || eponym.test(text.slice(last.end, last.end + 20)))
      )
        return [];
      return [{ slot: 0, start: start.start, end: last.end }];
    }),
  );
}

/** Numbers, whatever is between their digits. */
function numberMatches(text: string, map: IdentityMap): Evidence[] {
  const digits = new Set(
    map.identities
      .flatMap(({ type, value, forms }) =>
        type === 'DATE' || type === 'NAME'
          ? []
          : [value, ...forms].flatMap((form) => [
              form.replaceAll(/\D/g, ''),
              canonical('PHONE', form).split('x')[0] ?? '',
            ]),
      )
      .filter((each) => each.length >= leastDigits),
  );
  return [...text.matchAll(number)].flatMap((match) => {
    const plain = match[0].replaceAll(/\D/g, '');
    const hit = digits.has(plain) || (plain.length === 11 && digits.has(plain.slice(1)));
    return hit ? [{ slot: 0, start: match.index, end: match.index + match[0].length }] : [];
  });
}

/** E-mail addresses, URLs, record numbers with letters: the value without spaces, in any case. */
function spelledMatches(text: string, map: IdentityMap): Evidence[] {
  const places: number[] = [];
  let plain = '';
  let at = 0;
  for (const character of text) {
    const lower = /[\s\-./]/.test(character) ? '' : character.toLowerCase();
    for (let unit = 0; unit < lower.length; unit += 1) places.push(at);
    plain += lower;
    at += character.length;
  }
  return map.identities.flatMap(({ type, value, forms }) =>
    type === 'DATE' || type === 'NAME' || type === 'PLACE' || type === 'AGE'
      ? []
      : [value, ...forms].flatMap((form): Evidence[] => {
          const needle = form.toLowerCase().replaceAll(/[\s\-./]/g, '');
          if (needle.length < 6 || !/\p{L}/u.test(needle) || !/[\d@]/.test(needle)) return [];
          const from = plain.indexOf(needle);
          return from < 0
            ? []
            : [{ slot: 0, start: places[from] ?? 0, end: (places[from + needle.length - 1] ?? 0) + 1 }];
        }),
  );
}

/** The map's dates in any writing of the same day. */
function dateMatches(text: string, map: IdentityMap): Evidence[] {
  const days = new Set(
    map.identities.flatMap(({ type, date }) =>
      type === 'DATE' && date !== undefined && date.length >= 7 ? [date.slice(0, 10)] : [],
    ),
  );
  if (days.size === 0) return [];
  return findWrittenDates(text).flatMap(({ start, end, days: read }) =>
    read.some((day) => days.has(isoOf(day))) ? [{ slot: 0, start, end }] : [],
  );
}

/**
 * Where an original value of the map stands in a text in any form: other case, spacing or punctuation, the family name
 * first, digits only, another writing of the day. A single word counts only with four letters or more, a capital, and if it is
 * no ordinary word nor part of an eponym; a number only with five digits or more. Offsets in UTF-16 code units, sorted.
 */
export function containsOriginal(text: string, map: IdentityMap): Evidence[] {
  const view = normalise(text);
  const found = [wordMatches, numberMatches, spelledMatches, dateMatches].flatMap((match) =>
    match(view.text, map),
  );
  const mapped = found.map(({ slot, start, end }) => ({ slot, ...view.toOriginal(start, end) }));
  const unique = new Map(mapped.map((each) => [`${each.start} ${each.end}`, each]));
  return [...unique.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

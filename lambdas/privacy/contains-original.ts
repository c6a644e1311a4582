// SPDX-License-Identifier: Apache-2.0
import type { IdentityMap } from '../records/identity.ts';
import type { Evidence } from '../records/verdict.ts';
import { matchesOf } from '../recognizers/matches.ts';
import { isoOf } from './calendar.ts';
import { canonical } from './canonical.ts';
import { findWrittenDates } from './find-written-dates.ts';
import { legible, normalise } from './normalise.ts';
import { wordMatches } from './original-words.ts';

const leastDigits = 5;
const number = /(?:\+|\b)\d(?:[\d()./-]|[ \t](?=[\d(])){3,60}\d\b/g;

/** Numbers, whatever is between their digits. */
function numberMatches(text: string, map: IdentityMap): Evidence[] {
  const digits = new Set(
    map.identities
      .flatMap(({ type, value, forms }) =>
        type === 'DATE' || type === 'NAME'
          ? []
          : [value, ...forms]
              .map(legible)
              .flatMap((form) => [form.replaceAll(/\D/g, ''), canonical('PHONE', form).split('x')[0] ?? '']),
      )
      .filter((each) => each.length >= leastDigits),
  );
  return matchesOf(number, text).flatMap((match) => {
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
          const needle = legible(form)
            .toLowerCase()
            .replaceAll(/[\s\-./]/g, '');
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

// SPDX-License-Identifier: Apache-2.0
import type { IdentityMap } from '../records/identity.ts';
import { dayOf, isoOf } from './calendar.ts';
import { dayComesFirst, distance, withYear, writtenDistance } from './date-placeholders.ts';
import type { Registry } from './placeholder.ts';
import { type WrittenDate, writtenDate } from './written-date.ts';

export type RelativeDates = Readonly<{
  /** ISO 8601 day; undefined while no date has been read. */
  anchor: string | undefined;
  /** The anchor's placeholder with a distance; undefined for what needs a placeholder of its own. */
  placeholder: (text: string) => string | undefined;
}>;

/**
 * Notes the dates of a request as identities and tells each one's distance from the anchor, which is the first date with a
 * year and month that the conversation has (and that is not too far from the last to be told). A date without a year is taken for the one nearest to the anchor. One day is one
 * identity however it is written; only where a time of day differs is there another, without distance.
 */
export function relativeDates(texts: readonly string[], map: IdentityMap, given: Registry): RelativeDates {
  const dayFirst = dayComesFirst(texts, map);
  const read = new Map(
    texts.map((text): [string, WrittenDate | undefined] => [text, writtenDate(text, dayFirst)]),
  );
  const dated = texts.filter((text) => {
    const day = read.get(text)?.day;
    return day?.year !== undefined && day.month !== undefined;
  });
  // A birth date 89 years before the rest would leave everything else without a distance.
  const days = dated.map((text) => read.get(text)?.day ?? {});
  const last = days.map(isoOf).reduce((latest, iso) => (iso > latest ? iso : latest), '');
  const firstText = dated.find((_, at) => distance(last, days[at] ?? {}) !== undefined);
  const first = firstText === undefined ? undefined : read.get(firstText)?.day;
  const anchor = map.anchor ?? (first === undefined ? undefined : isoOf({ day: 1, ...first }));

  const places = new Map<string, number>();
  const times = new Map<string, string>();
  for (const [at, { type, value, date }] of given.identities().entries())
    if (type === 'DATE' && date !== undefined && !places.has(date)) {
      places.set(date, at);
      times.set(date, writtenDate(value, dayFirst)?.time ?? '');
    }
  const place = (text: string, date: string, time: string): number | undefined => {
    const at = places.get(date) ?? given.add('DATE', text, date);
    if (!places.has(date)) times.set(date, time);
    places.set(date, at);
    if (times.get(date) !== time) return undefined;
    given.form(at, text);
    return at;
  };

  let anchorAt =
    map.anchor === undefined
      ? -1
      : given
          .identities()
          .findIndex(
            ({ type, date }) => type === 'DATE' && date !== undefined && (map.anchor ?? '').startsWith(date),
          );
  if (anchorAt < 0 && first !== undefined && firstText !== undefined)
    anchorAt = place(firstText, isoOf(first), read.get(firstText)?.time ?? '') ?? -1;

  return {
    anchor,
    placeholder: (text) => {
      const written = read.get(text);
      if (written === undefined || anchor === undefined) return undefined;
      const day = withYear(written.day, dayOf(anchor));
      const far = distance(anchor, day);
      const at = far === undefined ? undefined : place(text, isoOf(day), written.time);
      if (at === undefined || far === undefined) return undefined;
      const name = given.identities()[anchorAt]?.placeholder ?? '';
      return at === anchorAt ? `[${name}]` : `[${name}${writtenDistance(far)}]`;
    },
  };
}

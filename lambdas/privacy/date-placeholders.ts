// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import type { PromptContent } from '../records/content.ts';
import type { Identity, IdentityMap } from '../records/identity.ts';
import { addDays, addMonths, type Day, dayOf, daysBetween, isoOf, monthsBetween } from './calendar.ts';
import { type WrittenDate, writtenDate } from './written-date.ts';

/** The distance of a date from the anchor, in the precision it was written in. */
export type Distance = Readonly<{ amount: number; unit: 'd' | 'w' | 'm' | 'y' }>;

/** The conversation's anchor: the first date that it had. */
export const anchorOf = (map: IdentityMap): Identity | undefined =>
  map.anchor === undefined
    ? undefined
    : map.identities.find(
        ({ type, date }) =>
          type === 'DATE' && date !== undefined && (map.anchor ?? '').startsWith(date.slice(0, 10)),
      );

/** What may be told of the anchor: its placeholder, and whether it is known to the month only. */
export function shownAnchor(map: IdentityMap): PromptContent['anchor'] {
  const anchor = anchorOf(map);
  return anchor && { placeholder: anchor.placeholder, toTheMonth: anchor.date?.length === 7 };
}

/** Whether numeric dates are written day first, as far as dates that leave no doubt tell. */
export function dayComesFirst(texts: readonly string[], map: IdentityMap): boolean {
  let [dayFirst, monthFirst] = [0, 0];
  const count = (text: string, iso?: string) => {
    const [asMonth, asDay] = [writtenDate(text, false), writtenDate(text, true)];
    if (asMonth === undefined || asDay === undefined || !/^\d{1,2}[-/.\s]\d/.test(text)) return;
    const [m, d] = [isoOf(asMonth.day), isoOf(asDay.day)];
    if (iso !== undefined && m !== d)
      [monthFirst, dayFirst] = iso.startsWith(d)
        ? [monthFirst, dayFirst + 100]
        : [monthFirst + 100, dayFirst];
    else if (m === d && asMonth.day.day !== asMonth.day.month && !asMonth.ambiguous)
      if (Number(/^\d{1,2}/.exec(text)?.[0]) === asMonth.day.day) dayFirst += 1;
      else monthFirst += 1;
  };
  for (const { type, value, date } of map.identities)
    if (type === 'DATE' && date !== undefined) count(value, date);
  for (const text of texts) count(text);
  return dayFirst > monthFirst;
}

/** A year for a date without one: the one that puts it nearest to `near`. */
export function withYear(day: Day, near: Day): Day {
  if (day.year !== undefined || near.year === undefined) return day;
  const years = [near.year - 1, near.year, near.year + 1].map((year) => ({ ...day, year }));
  return years.reduce((best, next) =>
    Math.abs(daysBetween(near, next)) < Math.abs(daysBetween(near, best)) ? next : best,
  );
}

/** Distances from here on would tell an age over 89 (45 CFR 164.514(b)(2)(i)(C)): a birth date to a visit. */
const oldest = 89 * 12;

/**
 * How far a day is from the anchor, in days, or months if no day is written. Undefined for a bare year, and for a
 * distance of 89 years or more.
 */
export function distance(anchor: string, to: Day): Distance | undefined {
  const from = dayOf(anchor);
  if (to.year === undefined || to.month === undefined) return undefined;
  if (Math.abs(monthsBetween(from, to)) >= oldest) return undefined;
  return to.day === undefined
    ? { amount: monthsBetween(from, to), unit: 'm' }
    : { amount: daysBetween(from, to), unit: 'd' };
}

/** `+12d`, `-3d`, `+0d`. */
export const writtenDistance = ({ amount, unit }: Distance): string =>
  `${amount < 0 ? '-' : '+'}${Math.abs(amount)}${unit}`;

/** The day, month or year that a distance from the anchor means. */
export function dayAt(anchor: string, { amount, unit }: Distance): Day {
  const from = dayOf(anchor);
  if (unit === 'd') return addDays(from, amount);
  if (unit === 'w') return addDays(from, amount * 7);
  return unit === 'm' ? addMonths(from, amount) : { year: (from.year ?? 0) + amount };
}

/**
 * The real date a distance stands for: as the requester wrote that day if they did, else in the writing of the
 * anchor (or of another date of the same precision). Undefined if nobody wrote a date that precise.
 */
export function dateAt(map: IdentityMap, far: Distance): string | undefined {
  if (map.anchor === undefined) return undefined;
  const day = dayAt(map.anchor, far);
  if ((day.year ?? 0) < 1000 || (day.year ?? 0) > 9999) return undefined;
  const iso = isoOf(day);
  const dates = map.identities.filter(({ type, date }) => type === 'DATE' && date !== undefined);
  const known = dates.find(({ date }) => date?.slice(0, 10) === iso);
  if (known !== undefined) return known.value;
  if (far.unit === 'y') return iso;
  for (const { value, date } of dates) {
    if (date?.length !== iso.length) continue;
    const written = [writtenDate(value, false), writtenDate(value, true)].find(
      (each) => each !== undefined && date.startsWith(isoOf(withYear(each.day, dayOf(date)))),
    );
    const text = written?.day.year === undefined ? undefined : written.write(day);
    if (text !== undefined) return text;
  }
  return iso;
}

/** A date moved by the conversation's secret offset of 30 to 364 days either way; undefined if it names no day. */
export function shifted(map: IdentityMap, written: WrittenDate): string | undefined {
  if (written.day.day === undefined || written.day.year === undefined || written.time !== '')
    return undefined;
  const digest = createHmac('sha256', Buffer.from(map.secret, 'base64url')).update('date shift').digest();
  const days = 30 + (digest.readUInt32BE(0) % 335);
  return written.write(addDays(written.day, digest.readUInt8(4) % 2 === 0 ? days : -days));
}

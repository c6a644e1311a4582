// SPDX-License-Identifier: Apache-2.0
import {
  type Day,
  exists,
  isoOf,
  monthLike,
  monthNames,
  monthOf,
  weekdayLike,
  weekdayNames,
  weekdayOf,
} from './calendar.ts';

/** A date as somebody wrote it. */
export type WrittenDate = Readonly<{
  /** What is written of it; a date without a year has none. */
  day: Day;
  /** Text after the day that is no part of it (a time of day), as written. */
  time: string;
  /** Whether day and month could be the other way round. */
  ambiguous: boolean;
  /** Another day in the same writing. Undefined if the writing needs what that day lacks. */
  write: (day: Day) => string | undefined;
}>;

const month = `(?<name>${monthNames.join('|')})\\.?`;
const weekday = `(?:(?<weekday>${weekdayNames.join('|')})\\.?,?\\s{1,3}(?:the\\s)?)?`;
const day = '(?<day>\\d{1,2})(?<ordinal>st|nd|rd|th)?';
const year = "(?<year>\\d{4}|'?\\d{2})";
const time =
  '(?<time>[T,\\s]\\s?(?:at\\s)?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,6})?\\s?(?:[AaPp]\\.?[Mm]\\.?|Z|UTC|[+-]\\d{2}:?\\d{2})?)?';
const form = (source: string) => new RegExp(`^${source}${time}$`, 'diu');

const monthFirst = [
  form('(?<month>\\d{1,2})(?<s>[-/.\\s])(?<day>\\d{1,2})\\k<s>(?<year>\\d{4}|\\d{2})'),
  form('(?<month>\\d{1,2})/(?<day>\\d{1,2})'),
];
const dayFirst = [
  form('(?<day>\\d{1,2})(?<s>[-/.\\s])(?<month>\\d{1,2})\\k<s>(?<year>\\d{4}|\\d{2})'),
  form('(?<day>\\d{1,2})[/.](?<month>\\d{1,2})\\.?'),
];
const clear = [
  form('(?<year>\\d{4})(?<s>[-/.])(?<month>\\d{1,2})\\k<s>(?<day>\\d{1,2})'),
  form('(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})'),
  form('(?<year>\\d{4})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日'),
  form(`${weekday}${month}(?:\\s{1,3}|-)(?:the\\s)?${day}(?:,\\s{0,3}|\\s{1,3}|-)${year}`),
  form(
    `${weekday}${day}\\.?(?:\\s{1,3}(?:of|de)\\s|\\s{1,3}|-|/)?${month}(?:,?\\s{1,3}(?:del?\\s)?|-|/)?${year}`,
  ),
  form(`(?<year>\\d{4})[-\\s]${month}[-\\s]${day}`),
  form(`${month}(?:,?\\s{1,3}(?:of\\s|de\\s)?|-|/)(?<year>\\d{4}|'\\d{2})`),
  form(`${weekday}${month}\\s{1,3}(?:the\\s)?${day}`),
  form(`${weekday}${day}\\.?(?:\\s{1,3}(?:of|de)\\s|\\s{1,3}|-)?${month}`),
  form('(?<month>\\d{1,2})[-/.](?<year>\\d{4})'),
  form('(?<year>\\d{4})[-/.](?<month>\\d{1,2})'),
  form('(?<year>\\d{4})'),
];

/** 00..39 are 2000 to 2039, the others 19xx. */
const fullYear = (written: string): number => {
  const number = Number(written.replace("'", ''));
  return written.length >= 4 ? number : number < 40 ? 2000 + number : 1900 + number;
};

const ordinalOf = (day: number): string =>
  day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');

type Groups = Readonly<Record<string, string | undefined>>;

function dayIn({ year, month, name, day }: Groups): Day {
  const number = month === undefined ? (name === undefined ? undefined : monthOf(name)) : Number(month);
  return {
    ...(year === undefined ? {} : { year: fullYear(year) }),
    ...(number === undefined ? {} : { month: number }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

/** What a group of the writing becomes for another day. */
function part(group: string, written: string, to: Day): string | undefined {
  const number = (value: number | undefined) =>
    value === undefined
      ? undefined
      : String(value).padStart(
          written.startsWith('0') || (written.length === 2 && value > 9) ? 2 : written.length > 2 ? 4 : 1,
          '0',
        );
  if (group === 'weekday') return to.day === undefined ? undefined : weekdayLike(written, weekdayOf(to));
  if (group === 'name') return to.month === undefined ? undefined : monthLike(written, to.month);
  if (group === 'month')
    return to.month === undefined ? undefined : String(to.month).padStart(written.length === 2 ? 2 : 1, '0');
  if (group === 'day')
    return to.day === undefined
      ? undefined
      : String(to.day).padStart(written.length === 2 && written.startsWith('0') ? 2 : 1, '0');
  if (group === 'ordinal') return to.day === undefined ? undefined : ordinalOf(to.day);
  if (to.year === undefined) return undefined;
  return written.length >= 4
    ? number(to.year)
    : (written.startsWith("'") ? "'" : '') + String(to.year % 100).padStart(2, '0');
}

const groups = ['weekday', 'name', 'month', 'day', 'ordinal', 'year'] as const;

function write(match: RegExpExecArray, to: Day): string | undefined {
  const written: Groups = match.groups ?? {};
  const places = groups
    .flatMap((group) => {
      const place = match.indices?.groups?.[group];
      return place === undefined ? [] : [{ group, start: place[0], end: place[1] }];
    })
    .sort((a, b) => a.start - b.start);
  let result = '';
  let read = 0;
  for (const { group, start, end } of places) {
    const text = part(group, written[group] ?? '', to);
    if (text === undefined) return undefined;
    result += match[0].slice(read, start) + text;
    read = end;
  }
  return result + match[0].slice(read, match[0].length - (written['time'] ?? '').length);
}

/**
 * Reads a date in any usual writing, numeric or with month names (English, Spanish, German, French). Numeric
 * dates are month first unless `dayIsFirst` or the numbers say otherwise. Undefined if it is no date that exists.
 */
export function writtenDate(text: string, dayIsFirst = false): WrittenDate | undefined {
  const numeric = dayIsFirst ? [...dayFirst, ...monthFirst] : [...monthFirst, ...dayFirst];
  const read = (forms: readonly RegExp[]) =>
    forms.flatMap((each) => {
      const match = each.exec(text);
      const day = dayIn(match?.groups ?? {});
      return match !== null && exists(day) ? [{ match, day }] : [];
    });
  const [first, second] = text.length > 64 ? [] : [...read(clear), ...read(numeric)];
  if (first === undefined) return undefined;
  return {
    day: first.day,
    time: first.match.groups?.['time'] ?? '',
    ambiguous: second !== undefined && isoOf(first.day) !== isoOf(second.day),
    write: (day) => write(first.match, day),
  };
}

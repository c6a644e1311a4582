// SPDX-License-Identifier: Apache-2.0

/** Month names as they are written, January first: long, then short, by language. */
const languages = [
  'January February March April May June July August September October November December',
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
].map((names) => names.split(' '));
const weekdays = [
  'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  'Sun Mon Tue Wed Thu Fri Sat',
].map((names) => names.split(' '));

export const monthNames = [...new Set(languages.flat())].sort((a, b) => b.length - a.length);
export const weekdayNames = weekdays.flat().sort((a, b) => b.length - a.length);

/** A day of the Gregorian calendar; `month` 1..12. What is not written is undefined. */
export type Day = Readonly<{ year?: number; month?: number; day?: number }>;

const table = (name: string, tables: readonly string[][]): { names: string[]; index: number } | undefined => {
  for (const names of tables) {
    const index = names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
    if (index >= 0) return { names, index };
  }
  return undefined;
};

/** 1..12 for a month's name in a language the tables know. */
export const monthOf = (name: string): number | undefined => {
  const found = table(name, languages);
  return found === undefined ? undefined : found.index + 1;
};

const inCaseOf = (written: string, name: string): string =>
  written === written.toUpperCase()
    ? name.toUpperCase()
    : written === written.toLowerCase()
      ? name.toLowerCase()
      : name.charAt(0).toUpperCase() + name.slice(1);

/** Another month's name in the language, length and case of one that was written. */
export const monthLike = (written: string, month: number): string =>
  inCaseOf(written, table(written, languages)?.names[month - 1] ?? String(month));

/** The name of a day of the week (0 = Sunday) in the length and case of one that was written. */
export const weekdayLike = (written: string, weekday: number): string =>
  inCaseOf(written, table(written, weekdays)?.names[weekday] ?? written);

const dayMilliseconds = 86_400_000;
const pad = (number: number, width: number) => String(number).padStart(width, '0');

/** Whether a day exists: no 31 April, no 29 February 2023. */
export const exists = ({ year = 2000, month = 1, day = 1 }: Day): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day &&
  year >= 1000 &&
  year <= 9999;

/** ISO 8601, as exact as what is known: 2024, 2024-03, 2024-03-15. */
export const isoOf = ({ year = 0, month, day }: Day): string =>
  [
    pad(year, 4),
    ...(month === undefined ? [] : [pad(month, 2)]),
    ...(month === undefined || day === undefined ? [] : [pad(day, 2)]),
  ].join('-');

/** The day an ISO date of any exactness names. */
export function dayOf(iso: string): Day {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

/** Milliseconds since 1970 of a day's start; what is not written counts as the first. */
const epoch = ({ year = 2000, month = 1, day = 1 }: Day): number => Date.UTC(year, month - 1, day);

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((epoch(to) - epoch(from)) / dayMilliseconds);
export const monthsBetween = (from: Day, to: Day): number =>
  ((to.year ?? 0) - (from.year ?? 0)) * 12 + (to.month ?? 1) - (from.month ?? 1);

export function addDays(from: Day, days: number): Day {
  const date = new Date(epoch(from) + days * dayMilliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function addMonths(from: Day, months: number): Day {
  const index = (from.year ?? 0) * 12 + (from.month ?? 1) - 1 + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

export const weekdayOf = (day: Day): number => new Date(epoch(day)).getUTCDay();

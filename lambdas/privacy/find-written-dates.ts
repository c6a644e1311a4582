// SPDX-License-Identifier: Apache-2.0
import { matchesOf } from '../recognizers/matches.ts';
import { type Day, monthNames } from './calendar.ts';
import { writtenDate } from './written-date.ts';

const name = `(?:${monthNames.join('|')})`;
const candidates = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}/\d{4}|${name}\.?[\s-]\d{1,2}(?:st|nd|rd|th)?(?:,\s{0,2}|\s|-)\d{4}|${name}\.?,?\s(?:of\s|de\s)?\d{4}|\d{1,2}(?:st|nd|rd|th|\.)?[\s-](?:of\s|de\s)?${name}\.?,?[\s-](?:del?\s)?\d{4})(?![\p{L}\d])`,
  'giu',
);

/** Dates with a year in running text, and every day each could mean (month first and day first). UTF-16 code units. */
export function findWrittenDates(text: string): { start: number; end: number; days: Day[] }[] {
  return matchesOf(candidates, text).flatMap((match) => {
    const days = [writtenDate(match[0], false), writtenDate(match[0], true)].flatMap((date) =>
      date === undefined ? [] : [date.day],
    );
    return days.length === 0 ? [] : [{ start: match.index, end: match.index + match[0].length, days }];
  });
}

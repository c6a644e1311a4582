// SPDX-License-Identifier: Apache-2.0
import type { Span } from './check.ts';
import { unitTable } from './unit-table.ts';

/** What a number counts. Units of one kind convert into one another; `factor` leads to the kind's first unit. */
export type Unit = Readonly<{ kind: string; factor: number }>;

/** A number in a text: its value, and half a unit of the last digit it is written with. */
export type Quantity = Span &
  Readonly<{ value: number; half: number; unit?: Unit; written: string; scale: number }>;

const units = unitTable.map(([kind, source, factor]) => ({
  test: new RegExp(`^(?:${source})$`),
  unit: { kind, factor },
}));
const unitSource = unitTable.map(([, source]) => source).join('|');
const words: Readonly<Record<string, number>> = {
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  once: 1,
  twice: 2,
  thrice: 3,
};
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  mm: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
};

const number = new RegExp(
  `(?=[$€£\\d]|[efhnost])(?<![a-z_.\\d]|[a-z]-|\\d,)(?<money>[$€£]\\s?)?(?:(?<digits>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,15})(?<fraction>\\.\\d{1,10})?|(?<word>${Object.keys(words).join('|')})(?![a-z]))(?:[ -]?(?<scale>hundred|thousand|million|billion|trillion|mn|bn|[kmb])(?![a-z]))?(?:[ -]?(?<unit>${unitSource})(?![a-z\\d]))?`,
  'g',
);
const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const afterMonth = new RegExp(`\\b(?:${months})\\.? (?:the )?$`);
const beforeMonth = new RegExp(`^(?:st|nd|rd|th)? (?:of )?(?:${months})\\b`);
/** Numbers that are names: forms, plans, hotlines, and round the clock. */
const asName = /^(?:911|988|211|311|401|403|457|529|1040|1099|1098|w-?2|24\/7|360|365 days a year)$/;
const numbered =
  /\b(?:step|option|question|item|section|part|note|figure|table|page|type|stage|grade|class|phase|level|line|number|no\.|#|vitamin|form|schedule|chapter|article|tier|round|day|week|visit|appendix)\s?#?$/;

/** "8 to 12 weeks": the first number has the unit of the second. */
const withUnitOfRange = (lower: string, each: Quantity, next: Quantity | undefined): Quantity =>
  each.unit === undefined &&
  next?.unit !== undefined &&
  /^ ?(?:-|to|or|and) ?$/.test(lower.slice(each.end, next.start))
    ? { ...each, unit: next.unit }
    : each;

/** "The two years" are years already spoken of. */
const definite = /\b(?:the|these|those|all) $/;

const unitOf = (written: string | undefined): Unit | undefined =>
  written === undefined ? undefined : units.find(({ test }) => test.test(written))?.unit;

/**
 * The numbers of a text in lower case: digits with separators, fractions and scale words, number words that have
 * a unit, and the unit after them. List numbers and numbers that are names are left out.
 */
export function quantities(lower: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of lower.matchAll(number)) {
    const { money, digits, fraction = '', word, scale, unit: unitName } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const before = lower.slice(Math.max(0, start - 24), start);
    const after = lower.slice(end, end + 24);
    if (word !== undefined && definite.test(before)) continue;
    if (digits !== undefined) {
      if (digits === '7' && before.endsWith('24/')) continue;
      if (asName.test(digits) || /^\/7\b/.test(after) || /^\(?[kb]\)/.test(after)) continue;
      if (/^[.)] /.test(after) && digits.length <= 2 && /(?:^|\n)\s{0,12}\(?$/.test(before)) continue;
      if (
        fraction === '' &&
        digits.length <= 2 &&
        unitName === undefined &&
        money === undefined &&
        numbered.test(before)
      )
        continue;
    }
    const multiplier = scale === undefined ? 1 : (scales[scale] ?? 1);
    const value =
      digits === undefined
        ? (words[word ?? ''] ?? 0) * multiplier
        : Number(digits.replaceAll(',', '') + fraction) * multiplier;
    const zeros = digits !== undefined && fraction === '' ? (/0*$/.exec(digits)?.[0].length ?? 0) : 0;
    const last =
      fraction === '' ? 10 ** (scale === undefined ? 0 : Math.min(zeros, 0)) : 10 ** -(fraction.length - 1);
    const ofMonth = unitName === undefined && (afterMonth.test(before) || beforeMonth.test(after));
    const unit =
      money !== undefined
        ? { kind: 'dollar', factor: 1 }
        : ofMonth && value <= 31
          ? { kind: 'day-of-month', factor: 1 }
          : word === 'once' || word === 'twice' || word === 'thrice'
            ? { kind: 'times', factor: 1 }
            : unitOf(unitName);
    found.push({
      start,
      end,
      value,
      half: (last * multiplier) / 2,
      written: match[0],
      scale: multiplier,
      ...(unit === undefined ? {} : { unit }),
    });
  }
  return found.map((each, index) => withUnitOfRange(lower, each, found[index + 1]));
}

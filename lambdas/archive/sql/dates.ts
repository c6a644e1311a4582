// SPDX-License-Identifier: Apache-2.0
import type { Reading } from './reading.ts';
import { SqlRefused } from './refused.ts';

/** Milliseconds of each unit that a difference can be counted in. Months and years have no length. */
const lengths: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};
const truncated = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];

/** The unit that a call begins with, as a text, and the comma after it. @throws SqlRefused wrong-arguments */
function unitOf(reading: Reading, known: readonly string[]): string {
  const { kind, text, at } = reading.next();
  const unit = text.toLowerCase();
  if (kind !== 'text' || !known.includes(unit)) throw new SqlRefused('wrong-arguments', at);
  reading.needs(',');
  return unit;
}

/**
 * DATE_DIFF and DATE_TRUNC, of which the opening parenthesis was taken. The engines count differently: DuckDB how often a
 * unit begins in between, Athena how many are full; and they truncate a date to a timestamp or to a date. So it is
 * written in the way that both have in common: full units, timestamps.
 */
export const dateFunctions: Readonly<Record<string, (reading: Reading, whole: () => string) => string>> = {
  date_diff: (reading, whole) => {
    const unit = unitOf(reading, Object.keys(lengths));
    const from = whole();
    reading.needs(',');
    const to = whole();
    reading.needs(')');
    const difference = `DATE_DIFF('millisecond', CAST(${from} AS timestamp), CAST(${to} AS timestamp))`;
    return unit === 'millisecond' ? difference : `(${difference} / ${lengths[unit] ?? 1})`;
  },
  date_trunc: (reading, whole) => {
    const unit = unitOf(reading, truncated);
    const instant = whole();
    reading.needs(')');
    return `DATE_TRUNC('${unit}', CAST(${instant} AS timestamp))`;
  },
};

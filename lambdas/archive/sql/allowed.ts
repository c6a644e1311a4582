// SPDX-License-Identifier: Apache-2.0

/** Fewest and most arguments; `*`: also of nothing but a star. */
type Arguments = Readonly<{ from: number; to: number; star?: true; aggregate?: true; window?: true }>;
const scalar = (from: number, to = from): Arguments => ({ from, to });
const aggregate = (from = 1, to = from): Arguments => ({ from, to, aggregate: true });
const window = (from: number, to = from): Arguments => ({ from, to, window: true });

/**
 * The functions that may be called: those that Athena (Trino) and DuckDB both have under one name and with one meaning,
 * that read nothing but their arguments, and that cannot make much out of little.
 */
export const functions: ReadonlyMap<string, Arguments> = new Map([
  ['count', { from: 1, to: 1, star: true, aggregate: true }],
  ['count_if', aggregate()],
  ['sum', aggregate()],
  ['avg', aggregate()],
  ['min', aggregate()],
  ['max', aggregate()],
  ['bool_and', aggregate()],
  ['bool_or', aggregate()],
  ['stddev', aggregate()],
  ['variance', aggregate()],
  ['coalesce', scalar(1, 20)],
  ['nullif', scalar(2)],
  ['abs', scalar(1)],
  ['round', scalar(1, 2)],
  ['floor', scalar(1)],
  ['ceil', scalar(1)],
  ['length', scalar(1)],
  ['lower', scalar(1)],
  ['upper', scalar(1)],
  ['trim', scalar(1)],
  ['ltrim', scalar(1)],
  ['rtrim', scalar(1)],
  ['substr', scalar(2, 3)],
  ['strpos', scalar(2)],
  ['starts_with', scalar(2)],
  ['split_part', scalar(3)],
  ['date_diff', scalar(3)],
  ['date_trunc', scalar(2)],
  ['year', scalar(1)],
  ['month', scalar(1)],
  ['day', scalar(1)],
  ['hour', scalar(1)],
  ['minute', scalar(1)],
  ['row_number', window(0)],
  ['rank', window(0)],
  ['dense_rank', window(0)],
  ['percent_rank', window(0)],
  ['cume_dist', window(0)],
  ['ntile', window(1)],
  ['lag', window(1, 3)],
  ['lead', window(1, 3)],
  ['first_value', window(1)],
  ['last_value', window(1)],
]);

/** What may be cast to. */
export const types: ReadonlySet<string> = new Set([
  'varchar',
  'bigint',
  'integer',
  'double',
  'boolean',
  'date',
  'timestamp',
]);

/** Units of intervals and of EXTRACT. */
export const units: ReadonlySet<string> = new Set(['year', 'month', 'day', 'hour', 'minute', 'second']);

/** Words that cannot be a name without quotes: those that would make a query read in two ways. */
export const reserved: ReadonlySet<string> = new Set(
  (
    'all and any as asc between both by case cast cross current_date deallocate delete desc describe distinct drop else ' +
    'end escape except execute exists extract false fetch filter first for from full group having in inner insert ' +
    'intersect interval into is join last lateral left like limit natural not null nulls offset on or order outer over ' +
    'partition pivot prepare qualify recursive right rows sample select set some table tablesample then true try_cast ' +
    'union unnest unpivot using values when where window with'
  ).split(' '),
);

// SPDX-License-Identifier: Apache-2.0
import { queryReader } from './sql/query.ts';
import { type Reading, readingOf } from './sql/reading.ts';
import { SqlRefused } from './sql/refused.ts';
import { tokensOf } from './sql/tokens.ts';
import { tableNames, tables } from './tables.ts';

const columns: ReadonlySet<string> = new Set([
  'day',
  ...tableNames.flatMap((table) => Object.keys(tables[table])),
]);

function lookUp({ given, mentioned }: Reading): void {
  for (const { name, at } of mentioned.relations)
    if (!given.relations.has(name.toLowerCase())) throw new SqlRefused('unknown-table', at);
  for (const { name, at } of mentioned.columns) {
    const key = name.toLowerCase();
    if (!columns.has(key) && !given.columns.has(key)) throw new SqlRefused('unknown-column', at);
  }
}

export type Restricted = Readonly<{
  sql: string;
  /** Names of the bound values, in the order of the question marks; once for all values of a name. */
  order: readonly string[];
}>;

/**
 * A query, read by a grammar that knows nothing but one SELECT over the catalogue's tables, and written again from what
 * was read: no character of it reaches an engine that was not understood here. Every table is bound to the tenant.
 * `:name` is a bound value, or as many as there are of that name. What comes out means the same in Athena (Trino) and DuckDB.
 *
 * The grammar is our own because its meaning has to be: the parsers of other dialects that are to be had take
 * `a OR b AND c` for `(a OR b) AND c`, or drop a FILTER without a word.
 * @throws SqlRefused
 */
export function restrictSql(
  sql: string,
  tenantId: string,
  parameters: ReadonlyMap<string, number> = new Map(),
): Restricted {
  const reading = readingOf(tokensOf(sql), parameters);
  const restricted = queryReader(reading, tenantId)(new Set());
  reading.takes(';');
  const { kind, at } = reading.peek();
  if (kind !== 'end') throw new SqlRefused('syntax', at);
  lookUp(reading);
  return { sql: restricted, order: reading.order };
}

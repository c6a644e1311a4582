// SPDX-License-Identifier: Apache-2.0
import type { Bound } from './parameters.ts';
import { restrictSql } from './restrict-sql.ts';

/** What an engine is given: SQL that is bound to the tenant, and its values in the order of the question marks. */
export type Asking = Readonly<{ sql: string; values: readonly string[] }>;

/** A query with its parameters as an engine is given it. @throws SqlRefused */
export function askingOf(sql: string, tenantId: string, parameters: Bound = {}): Asking {
  const counts = Object.entries(parameters).map(
    ([name, value]) => [name, typeof value === 'string' ? 1 : value.length] as const,
  );
  const restricted = restrictSql(sql, tenantId, new Map(counts));
  return { sql: restricted.sql, values: restricted.order.flatMap((name) => parameters[name] ?? []) };
}

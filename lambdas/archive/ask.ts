// SPDX-License-Identifier: Apache-2.0
import { restrictSql } from './restrict-sql.ts';

/** What an engine is given: SQL that is bound to the tenant, and its values in the order of the question marks. */
export type Asking = Readonly<{ sql: string; values: readonly string[] }>;

/** A query with its parameters as an engine is given it. @throws SqlRefused */
export function askingOf(
  sql: string,
  tenantId: string,
  parameters: Readonly<Record<string, string>> = {},
): Asking {
  const restricted = restrictSql(sql, tenantId, new Set(Object.keys(parameters)));
  return { sql: restricted.sql, values: restricted.order.map((name) => parameters[name] ?? '') };
}

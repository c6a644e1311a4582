// SPDX-License-Identifier: Apache-2.0
import { isTable, type TableName, tables } from '../tables.ts';
import { listOf, quotedName, quotedText, type Reading } from './reading.ts';
import { SqlRefused } from './refused.ts';

/** The names that WITH has given around a query. */
export type Visible = ReadonlySet<string>;

/** A table of the catalogue as one tenant has it: neither other tenants' rows nor the column that tells them apart. */
const boundTo = (table: TableName, tenantId: string): string =>
  `(SELECT ${[...Object.keys(tables[table]), 'day'].map(quotedName).join(', ')} FROM ${quotedName(table)} WHERE "tenant" = ${quotedText(tenantId)})`;

/** Reads what stands after FROM: tables of the catalogue, names of WITH, sub-queries, and how they are joined. */
export function relationReader(
  reading: Reading,
  tenantId: string,
  { expression, nested }: Readonly<Record<'expression' | 'nested', (visible: Visible) => string>>,
) {
  const { takes, needs, sees, next, name, isName, given, mentioned } = reading;

  function joins(visible: Visible): string {
    const parts = [relation(visible)];
    for (;;) {
      const kind = joinKind();
      if (kind === undefined) return parts.join(' ');
      parts.push(`${kind} JOIN`, relation(visible));
      if (kind === 'CROSS') continue;
      if (takes('using')) {
        needs('(');
        parts.push(`USING (${listOf(reading, () => quotedName(shared())).join(', ')})`);
        needs(')');
      } else {
        needs('on');
        parts.push(`ON ${expression(visible)}`);
      }
    }
  }
  function shared(): string {
    const { text, at } = name();
    mentioned.columns.push({ name: text, at });
    return text;
  }
  function joinKind(): string | undefined {
    if (takes('join')) return 'INNER';
    if (!sees('inner', 'cross', 'left', 'right', 'full')) return undefined;
    const kind = next().text;
    if (kind !== 'inner' && kind !== 'cross') takes('outer');
    needs('join');
    return kind.toUpperCase();
  }
  function relation(visible: Visible): string {
    if (takes('(')) {
      const inner = nested(visible);
      takes('as');
      const { text } = name();
      given.relations.add(text.toLowerCase());
      return `(${inner}) AS ${quotedName(text)}`;
    }
    const { text, at, kind } = next();
    const key = text.toLowerCase();
    const known = kind === 'word' || kind === 'name';
    // A call, a path or a schema is no name of a table.
    if (!known || sees('(', '.')) throw new SqlRefused('unknown-table', at);
    let made: string;
    if (visible.has(key)) made = quotedName(key);
    else if (isTable(key)) made = boundTo(key, tenantId);
    else throw new SqlRefused('unknown-table', at);
    const alias = takes('as') || isName() ? name().text : key;
    given.relations.add(alias.toLowerCase());
    return `${made} AS ${quotedName(alias)}`;
  }
  return joins;
}

// SPDX-License-Identifier: Apache-2.0
import { isTable } from '../tables.ts';
import { readOrder } from './call.ts';
import { readExpression } from './expression.ts';
import { listOf, quotedName, type Reading } from './reading.ts';
import { SqlRefused } from './refused.ts';
import { relationReader, type Visible } from './relations.ts';

/** Reads queries of one tenant. */
export function queryReader(reading: Reading, tenantId: string) {
  const { takes, needs, sees, next, peek, name, isName, given, mentioned } = reading;

  /** A whole query; `visible` are the names that WITH has given around it. */
  function query(visible: Visible): string {
    const inner = new Set(visible);
    const named: string[] = [];
    if (takes('with')) {
      do named.push(common(inner));
      while (takes(','));
    }
    const body = setOperations(inner);
    const parts = [...(named.length === 0 ? [] : [`WITH ${named.join(', ')}`]), body];
    if (sees('order')) parts.push(readOrder(reading, () => expression(inner)));
    parts.push(...cut());
    return parts.join(' ');
  }
  const expression = (visible: Visible) => readExpression(reading, () => nested(visible));
  /** A query in parentheses, of which the opening one was taken. */
  const nested = (visible: Visible): string =>
    reading.deeper(() => {
      const inner = query(visible);
      needs(')');
      return inner;
    });

  const joins = relationReader(reading, tenantId, { expression, nested });

  function common(inner: Set<string>): string {
    const { text, at } = name();
    const key = text.toLowerCase();
    if (isTable(key) || inner.has(key)) throw new SqlRefused('name-taken', at);
    let columns = '';
    if (takes('(')) {
      columns = ` (${listOf(reading, columnAlias).join(', ')})`;
      needs(')');
    }
    needs('as');
    needs('(');
    const made = `${quotedName(text)}${columns} AS (${nested(inner)})`;
    // Not before: a query cannot be made of itself.
    inner.add(key);
    return made;
  }
  function cut(): string[] {
    const found = new Map<string, string>();
    while (sees('limit', 'offset')) {
      const word = next();
      const many = next();
      if (found.has(word.text) || many.kind !== 'number' || !/^\d{1,9}$/.test(many.text))
        throw new SqlRefused('syntax', many.at);
      found.set(word.text, many.text);
    }
    // In the order that Athena wants.
    return ['offset', 'limit'].flatMap((word) => {
      const many = found.get(word);
      return many === undefined ? [] : [`${word.toUpperCase()} ${many}`];
    });
  }

  function setOperations(visible: Visible): string {
    let left = intersections(visible);
    while (sees('union', 'except')) {
      const operator = next().text.toUpperCase();
      left = `(${left}) ${operator}${duplicates()} (${intersections(visible)})`;
    }
    return left;
  }
  function intersections(visible: Visible): string {
    let left = term(visible);
    while (takes('intersect')) left = `(${left}) INTERSECT${duplicates()} (${term(visible)})`;
    return left;
  }
  const duplicates = () => {
    if (takes('distinct')) return '';
    return takes('all') ? ' ALL' : '';
  };
  function term(visible: Visible): string {
    if (takes('(')) return `(${nested(visible)})`;
    if (!takes('select')) throw new SqlRefused('not-a-select', peek().at);
    return select(visible);
  }

  function select(visible: Visible): string {
    const whole = () => expression(visible);
    const parts = ['SELECT'];
    if (takes('distinct')) parts.push('DISTINCT');
    else takes('all');
    parts.push(listOf(reading, () => item(whole)).join(', '));
    if (takes('from')) parts.push(`FROM ${listOf(reading, () => joins(visible)).join(', ')}`);
    if (takes('where')) parts.push(`WHERE ${whole()}`);
    if (takes('group')) {
      needs('by');
      parts.push(`GROUP BY ${listOf(reading, whole).join(', ')}`);
    }
    if (takes('having')) parts.push(`HAVING ${whole()}`);
    return parts.join(' ');
  }
  function item(whole: () => string): string {
    if (takes('*')) return '*';
    if (isName() && peek(1).text === '.' && peek(2).kind === 'sign' && peek(2).text === '*') {
      const { text, at } = name();
      mentioned.relations.push({ name: text, at });
      next();
      next();
      return `${quotedName(text)}.*`;
    }
    const value = whole();
    return takes('as') || isName() ? `${value} AS ${columnAlias()}` : value;
  }
  function columnAlias(): string {
    const { text } = name();
    given.columns.add(text.toLowerCase());
    return quotedName(text);
  }

  return query;
}

// SPDX-License-Identifier: Apache-2.0
import { functions } from './allowed.ts';
import { dateFunctions } from './dates.ts';
import { listOf, type Reading } from './reading.ts';
import { SqlRefused } from './refused.ts';
import type { Token } from './tokens.ts';

/** Reads a call of a function that may be called, with what belongs to it: DISTINCT, FILTER, OVER. @throws SqlRefused */
export function readCall(reading: Reading, called: Token, whole: () => string): string {
  const { takes, needs, sees, next, peek } = reading;
  const known = called.kind === 'word' ? functions.get(called.text) : undefined;
  if (known === undefined) throw new SqlRefused('unknown-function', called.at);
  const wrong = () => new SqlRefused('wrong-arguments', called.at);
  needs('(');
  const dated = dateFunctions[called.text];
  if (dated !== undefined) return dated(reading, whole);
  let given = '';
  if (sees('*')) {
    if (known.star !== true) throw wrong();
    next();
    given = '*';
  } else {
    const distinct = sees('distinct');
    if (distinct && known.aggregate !== true) throw wrong();
    if (distinct) next();
    const list = sees(')') ? [] : listOf(reading, whole);
    if (list.length < known.from || list.length > known.to) throw wrong();
    given = `${distinct ? 'DISTINCT ' : ''}${list.join(', ')}`;
  }
  needs(')');
  let text = `${called.text.toUpperCase()}(${given})`;
  if (known.aggregate === true && takes('filter')) {
    needs('(');
    needs('where');
    text += ` FILTER (WHERE ${whole()})`;
    needs(')');
  }
  if (sees('over')) {
    if (known.aggregate !== true && known.window !== true) throw wrong();
    next();
    return `${text} OVER (${over()})`;
  }
  if (known.window === true) throw wrong();
  return text;

  function over(): string {
    needs('(');
    const parts: string[] = [];
    if (takes('partition')) {
      needs('by');
      parts.push(`PARTITION BY ${listOf(reading, whole).join(', ')}`);
    }
    if (sees('order')) parts.push(readOrder(reading, whole));
    if (takes('rows')) parts.push(frame());
    needs(')');
    return parts.join(' ');
  }
  function frame(): string {
    needs('between');
    const from = edge();
    needs('and');
    return `ROWS BETWEEN ${from} AND ${edge()}`;
  }
  function edge(): string {
    if (takes('current')) {
      needs('row');
      return 'CURRENT ROW';
    }
    const far = next();
    const isNumber = far.kind === 'number' && /^\d{1,6}$/.test(far.text);
    if (!isNumber && far.text !== 'unbounded') throw new SqlRefused('syntax', far.at);
    if (!sees('preceding', 'following')) throw new SqlRefused('syntax', peek().at);
    return `${far.text.toUpperCase()} ${next().text.toUpperCase()}`;
  }
}

/** ORDER BY, which comes next. @throws SqlRefused */
export function readOrder(reading: Reading, whole: () => string): string {
  const { takes, needs, sees, next } = reading;
  needs('order');
  needs('by');
  const items = listOf(reading, () => {
    let item = whole();
    if (sees('asc', 'desc')) item += ` ${next().text.toUpperCase()}`;
    if (!takes('nulls')) return item;
    if (!sees('first', 'last')) throw new SqlRefused('syntax', reading.peek().at);
    return `${item} NULLS ${next().text.toUpperCase()}`;
  });
  return `ORDER BY ${items.join(', ')}`;
}

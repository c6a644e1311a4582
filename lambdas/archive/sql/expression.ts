// SPDX-License-Identifier: Apache-2.0
import { reserved } from './allowed.ts';
import { readCall } from './call.ts';
import { formsOf } from './forms.ts';
import { type Reading, listOf, quotedName, quotedText } from './reading.ts';
import { SqlRefused } from './refused.ts';

/** Reads a query in parentheses, of which the opening one was taken. */
export type ReadQuery = (reading: Reading) => string;

const comparisons = ['=', '<>', '!=', '<', '<=', '>', '>='] as const;

/**
 * Reads an expression and writes it again with every operator in parentheses, so that no engine can read it otherwise
 * than it was read here. What is not written down here cannot be said. @throws SqlRefused
 */
export function readExpression(reading: Reading, query: ReadQuery): string {
  const { takes, needs, sees, peek, next } = reading;
  const whole = () => reading.deeper(or);
  const forms = formsOf(reading, whole);
  const joined = (parts: string[], operator: string) =>
    parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${operator} `)})`;

  function or(): string {
    const parts = [and()];
    while (takes('or')) parts.push(and());
    return joined(parts, 'OR');
  }
  function and(): string {
    const parts = [not()];
    while (takes('and')) parts.push(not());
    return joined(parts, 'AND');
  }
  const not = (): string => (takes('not') ? `(NOT ${reading.deeper(not)})` : predicate());

  function predicate(): string {
    let left = concatenation();
    for (;;) {
      if (sees(...comparisons)) {
        const operator = next().text;
        left = `(${left} ${operator === '!=' ? '<>' : operator} ${concatenation()})`;
      } else if (takes('is')) {
        const negated = takes('not') ? 'NOT ' : '';
        if (takes('distinct')) {
          needs('from');
          left = `(${left} IS ${negated}DISTINCT FROM ${concatenation()})`;
        } else {
          needs('null');
          left = `(${left} IS ${negated}NULL)`;
        }
      } else if (sees('between', 'in', 'like') || (sees('not') && isSetTest(peek(1).text)))
        left = setTest(left, takes('not') ? 'NOT ' : '');
      else return left;
    }
  }
  const isSetTest = (word: string) => ['between', 'in', 'like'].includes(word);
  function setTest(left: string, negated: string): string {
    if (takes('between')) {
      const from = concatenation();
      needs('and');
      return `(${left} ${negated}BETWEEN ${from} AND ${concatenation()})`;
    }
    if (takes('like')) {
      const like = `${left} ${negated}LIKE ${concatenation()}`;
      return takes('escape') ? `(${like} ESCAPE ${primary()})` : `(${like})`;
    }
    needs('in');
    needs('(');
    if (sees('select', 'with')) return `(${left} ${negated}IN (${query(reading)}))`;
    const items = listOf(reading, whole);
    needs(')');
    return `(${left} ${negated}IN (${items.join(', ')}))`;
  }

  const chain = (operand: () => string, ...operators: readonly string[]): string => {
    const parts = [operand()];
    while (sees(...operators)) parts.push(next().text, operand());
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' ')})`;
  };
  const concatenation = (): string => chain(sum, '||');
  const sum = (): string => chain(product, '+', '-');
  const product = (): string => chain(signed, '*', '/', '%');
  const signed = (): string => {
    // A space between: two minus signs would begin a comment.
    if (takes('-')) return `(- ${reading.deeper(signed)})`;
    return takes('+') ? reading.deeper(signed) : primary();
  };

  function primary(): string {
    const token = next();
    const { kind, text, at } = token;
    if (kind === 'number') return text;
    if (kind === 'text') return quotedText(text);
    if (kind === 'parameter') return reading.bound(text, at);
    if (kind === 'sign' && text === '(') {
      if (sees('select', 'with')) return `(${query(reading)})`;
      const inner = whole();
      needs(')');
      return `(${inner})`;
    }
    if (kind === 'name') return column(token.text, at);
    if (kind !== 'word') throw new SqlRefused('syntax', at);
    switch (text) {
      case 'null':
      case 'true':
      case 'false':
      case 'current_date':
        return text.toUpperCase();
      case 'exists':
        needs('(');
        return `(EXISTS (${query(reading)}))`;
      case 'case':
        return forms.caseOf();
      case 'cast':
      case 'try_cast':
        return forms.cast(text);
      case 'extract':
        return forms.extract();
      case 'interval':
        return forms.interval();
      case 'date':
      case 'timestamp':
        if (peek().kind === 'text') return forms.dated(text, next().text, at);
        break;
      default:
    }
    if (sees('(')) return readCall(reading, token, whole);
    if (reserved.has(text)) throw new SqlRefused('syntax', at);
    return column(text, at);
  }

  function column(first: string, at: number): string {
    if (!takes('.')) {
      reading.mentioned.columns.push({ name: first, at });
      return quotedName(first);
    }
    const second = reading.name();
    reading.mentioned.relations.push({ name: first, at });
    reading.mentioned.columns.push({ name: second.text, at: second.at });
    return `${quotedName(first)}.${quotedName(second.text)}`;
  }
  return whole();
}

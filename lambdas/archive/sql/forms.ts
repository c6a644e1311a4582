// SPDX-License-Identifier: Apache-2.0
import { types, units } from './allowed.ts';
import { quotedText, type Reading } from './reading.ts';
import { SqlRefused } from './refused.ts';

const instant = /^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?$/;
const date = /^\d{4}-\d\d-\d\d$/;

/** What begins with a word of its own and is no call: CASE, CAST, EXTRACT, INTERVAL, dates. The word was taken. */
export function formsOf(reading: Reading, whole: () => string) {
  const { takes, needs, sees, next } = reading;

  /** DATE or TIMESTAMP before a text. */
  function dated(type: string, text: string, at: number): string {
    if (!(type === 'date' ? date : instant).test(text)) throw new SqlRefused('syntax', at);
    return `${type.toUpperCase()} ${quotedText(text)}`;
  }
  function caseOf(): string {
    const parts = ['CASE'];
    if (!sees('when')) parts.push(whole());
    while (takes('when')) {
      parts.push('WHEN', whole());
      needs('then');
      parts.push('THEN', whole());
    }
    if (takes('else')) parts.push('ELSE', whole());
    needs('end');
    return `(${parts.join(' ')} END)`;
  }
  function cast(word: string): string {
    needs('(');
    const inner = whole();
    needs('as');
    const type = next();
    if (!types.has(type.text)) throw new SqlRefused('unknown-type', type.at);
    needs(')');
    return `${word.toUpperCase()}(${inner} AS ${type.text})`;
  }
  function unit(): string {
    const { text, at } = next();
    if (!units.has(text)) throw new SqlRefused('syntax', at);
    return text.toUpperCase();
  }
  function extract(): string {
    needs('(');
    const what = unit();
    needs('from');
    const inner = whole();
    needs(')');
    return `EXTRACT(${what} FROM ${inner})`;
  }
  function interval(): string {
    const { kind, text, at } = next();
    if (kind !== 'text' || !/^\d{1,6}$/.test(text)) throw new SqlRefused('syntax', at);
    return `INTERVAL ${quotedText(text)} ${unit()}`;
  }
  return { dated, caseOf, cast, extract, interval };
}

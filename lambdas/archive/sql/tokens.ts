// SPDX-License-Identifier: Apache-2.0
import { SqlRefused } from './refused.ts';

/** `word` is an unquoted name or key word, in lower case; `name` was in double quotes; `text` in single ones, `parameter` after a colon. */
export type Token = Readonly<{
  kind: 'word' | 'name' | 'text' | 'number' | 'sign' | 'parameter' | 'end';
  text: string;
  at: number;
}>;

/** Longest query, in UTF-16 code units. */
export const longestSql = 20_000;

// One alternative each; what none of them matches is refused. No escapes but doubled quotes: so it is in both engines.
const token =
  /(?<gap>\s+|--[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)|(?<word>[a-z_]\w*)|"(?<name>(?:[^"]|"")+)"|'(?<text>(?:[^']|'')*)'|(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)\b|:(?<parameter>[a-z]{1,16})\b|(?<sign><>|!=|<=|>=|\|\||[-+*/%=<>(),.;])/iy;
const pattern = () => new RegExp(token.source, token.flags);
const plainName = /^[A-Za-z_][A-Za-z0-9_ ]{0,63}$/;

/** Splits SQL into its tokens, without comments. @throws SqlRefused too-long, syntax */
export function tokensOf(sql: string): readonly Token[] {
  if (sql.length > longestSql) throw new SqlRefused('too-long', longestSql);
  const found: Token[] = [];
  const each = pattern();
  while (each.lastIndex < sql.length) {
    const at = each.lastIndex;
    const groups = each.exec(sql)?.groups;
    if (groups === undefined) throw new SqlRefused('syntax', at);
    const { word, name, text, number, parameter, sign } = groups;
    if (word !== undefined) found.push({ kind: 'word', text: word.toLowerCase(), at });
    else if (name !== undefined) {
      if (!plainName.test(name)) throw new SqlRefused('syntax', at);
      found.push({ kind: 'name', text: name, at });
    } else if (text !== undefined) {
      if (text.includes('\0')) throw new SqlRefused('syntax', at);
      found.push({ kind: 'text', text: text.replaceAll("''", "'"), at });
    } else if (number !== undefined) found.push({ kind: 'number', text: number, at });
    else if (parameter !== undefined) found.push({ kind: 'parameter', text: parameter, at });
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign, at });
  }
  found.push({ kind: 'end', text: '', at: sql.length });
  return found;
}

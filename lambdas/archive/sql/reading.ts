// SPDX-License-Identifier: Apache-2.0
import { reserved } from './allowed.ts';
import { SqlRefused } from './refused.ts';
import type { Token } from './tokens.ts';

/** Deepest nesting of parentheses, sub-queries and conditions. */
const deepest = 40;

/** A name that a query refers to, to be looked up once all of it was read: aliases come after what uses them. */
type Mention = Readonly<{ name: string; at: number }>;

/** Reads tokens from left to right, and remembers what was defined and mentioned on the way. */
export type Reading = Readonly<{
  peek: (ahead?: number) => Token;
  next: () => Token;
  /** Whether the next token is one of these words or signs. */
  sees: (...texts: readonly string[]) => boolean;
  /** Takes the next token if it is that word or sign. */
  takes: (text: string) => boolean;
  /** @throws SqlRefused syntax, unless the next token is that word or sign */
  needs: (text: string) => void;
  /** A name, in quotes or none. @throws SqlRefused syntax */
  name: () => Token;
  isName: () => boolean;
  /** Does something one level deeper. @throws SqlRefused too-deep */
  deeper: <Result>(work: () => Result) => Result;
  /** A value that is bound. @throws SqlRefused syntax where there is none of that name */
  bound: (name: string, at: number) => string;
  /** Names of the bound values, in the order of their question marks. */
  order: string[];
  /** Names that the query gives, to columns and to relations. */
  given: { columns: Set<string>; relations: Set<string> };
  mentioned: { columns: Mention[]; relations: Mention[] };
}>;

export function readingOf(tokens: readonly Token[], parameters: ReadonlyMap<string, number>): Reading {
  const end: Token = { kind: 'end', text: '', at: 0 };
  const order: string[] = [];
  let [position, depth] = [0, 0];
  const peek = (ahead = 0) => tokens[position + ahead] ?? tokens.at(-1) ?? end;
  const next = () => {
    const token = peek();
    position += 1;
    return token;
  };
  const sees = (...texts: readonly string[]) => {
    const { kind, text } = peek();
    return (kind === 'word' || kind === 'sign') && texts.includes(text);
  };
  const takes = (text: string) => {
    const seen = sees(text);
    if (seen) next();
    return seen;
  };
  const isName = () => {
    const { kind, text } = peek();
    return kind === 'name' || (kind === 'word' && !reserved.has(text));
  };
  return {
    peek,
    next,
    sees,
    takes,
    needs: (text) => {
      if (!takes(text)) throw new SqlRefused('syntax', peek().at);
    },
    isName,
    name: () => {
      if (!isName()) throw new SqlRefused('syntax', peek().at);
      return next();
    },
    deeper: (work) => {
      depth += 1;
      if (depth > deepest) throw new SqlRefused('too-deep', peek().at);
      const result = work();
      depth -= 1;
      return result;
    },
    order,
    bound: (name, at) => {
      const many = parameters.get(name);
      if (many === undefined) throw new SqlRefused('syntax', at);
      order.push(name);
      return Array.from({ length: many }, () => '?').join(', ');
    },
    given: { columns: new Set(), relations: new Set() },
    mentioned: { columns: [], relations: [] },
  };
}

/** A name as both engines read it: always in double quotes, and in lower case, as they fold it. */
export const quotedName = (name: string): string => `"${name.toLowerCase()}"`;
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** One or more, with commas between them. */
export function listOf(reading: Reading, each: () => string): string[] {
  const found = [each()];
  while (reading.takes(',')) found.push(each());
  return found;
}

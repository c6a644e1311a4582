// SPDX-License-Identifier: Apache-2.0
import type { ProblemCode } from './problems.ts';

/** Deepest nesting of arrays and objects. */
export const maxDepth = 64;

const quote = 0x22;
const backslash = 0x5c;

/** Index of the quote that ends the string which begins at `start`, or -1. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    at += unit === backslash ? 2 : 1;
  }
  return -1;
}

/** The string that a JSON string token stands for; undefined when the token is broken (JSON.parse will say so). */
function unescaped(token: string): string | undefined {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    return JSON.parse(token) as string;
  } catch {
    return undefined;
  }
}

const isText = (value: string) => value.isWellFormed() && !value.includes('\u0000');

/**
 * Looks through JSON text before it is parsed, in linear time and without recursion: nesting, members named
 * twice (parsers differ in which one they take, RFC 7493 section 2.3), and strings that are not text. Faults
 * of syntax are left to JSON.parse.
 */
export function inspectJson(text: string): ProblemCode | undefined {
  // The members seen in each object that is open; undefined for an array.
  const open: (Set<string> | undefined)[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined);
      if (open.length > maxDepth) return 'too-deep';
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (end === -1) return 'invalid-json';
      const value = unescaped(text.slice(at, end + 1));
      if (value === undefined) return 'invalid-json';
      if (!isText(value)) return 'invalid-text';
      const members = open.at(-1);
      if (members !== undefined && isMember(text, end + 1)) {
        if (members.has(value)) return 'duplicate-key';
        members.add(value);
      }
      at = end;
    }
    at += 1;
  }
  return undefined;
}

/** Whether a colon follows, after white space: only then is a string inside an object a member's name. */
function isMember(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1;
  return text[at] === ':';
}

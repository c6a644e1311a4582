// SPDX-License-Identifier: Apache-2.0
import type { Landing } from './landing.ts';

const oneLine = (value: string): string => value.replaceAll(/\s*[\r\n\u2028\u2029]\s*/g, ' ');

/** A value inside a JSON string (RFC 8259, section 7), without the quotes. */
export const forJson = (value: string): string => JSON.stringify(value).slice(1, -1);

/** Markdown's own characters where they would mean something: CommonMark 6.1, backslash escapes. */
const special = /[\\`*[\]<>|~]|!(?=\[)|&(?=[#A-Za-z])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const blockStart = /^(?:[-+*#>=]|\d{1,9}(?=[.)]))/;

/** The least escaping that ordinary values need, so that they stay readable where nobody renders them. */
export function forMarkdown(value: string, lineStart: boolean): string {
  const escaped = oneLine(value).replaceAll(special, (character) => `\\${character}`);
  if (!lineStart) return escaped;
  return escaped
    .replace(blockStart, (first) => (/^\d/.test(first) ? first : `\\${first}`))
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');
}

/** Every ASCII punctuation character escaped: nothing in the value can mean anything. */
export const forMarkdownStrictly = (value: string): string =>
  oneLine(value).replaceAll(/[!-/:-@[-`{-~]/g, (character) => `\\${character}`);

/** A value inside code; undefined if it could end the code or change what a program does. */
export function forCode(value: string, { place, table }: Landing): string | undefined {
  const line = oneLine(value);
  if (line.includes('`')) return undefined;
  if (place === 'program' && /[^\p{L}\p{M}\p{N} .,@+:/_#()-]/u.test(line)) return undefined;
  return table ? line.replaceAll('|', '\\|') : line;
}

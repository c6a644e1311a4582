// SPDX-License-Identifier: Apache-2.0
import type { Span } from './rewrite.ts';

const extending = /^(?:\p{M}|\p{Emoji_Modifier}|\u200C|\u200D)$/u;

const extends_ = (text: string, at: number): boolean => {
  const code = text.codePointAt(at);
  return code !== undefined && code > 0x2ff && extending.test(String.fromCodePoint(code));
};
const low = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
const high = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;

/** Widens a span until no surrogate pair is cut and no combining mark is cut from its letter (UAX 29, extended clusters). */
export function graphemes(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from > 0 && ((low(text, from) && high(text, from - 1)) || extends_(text, from))) from -= 1;
  while (to < text.length && ((low(text, to) && high(text, to - 1)) || extends_(text, to)))
    to += low(text, to) ? 1 : (text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1;
  return { start: from, end: to };
}

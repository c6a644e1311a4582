// SPDX-License-Identifier: Apache-2.0
import { matchesOf } from '../recognizers/matches.ts';
import type { Edit } from './rewrite.ts';

const percent = /(?:%[\dA-Fa-f]{2})+/g;
// A date of ten characters is 14 and two marks that fill it up.
const base64 =
  /[A-Za-z0-9+/_-]{16,}(?:\r?\n[A-Za-z0-9+/_-]{16,})*={0,2}|(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{11,15}={1,2}/g;
const hexadecimal = /(?<![\dA-Fa-f])(?:[\dA-Fa-f]{2}){8,}(?![\dA-Fa-f])/g;
const escapes = /\\(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|([nrtbf"'/\\]))/g;
const single: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };
const utf8 = new TextDecoder('utf-8', { fatal: true });
const unprintable = /(?![\t\n\v\f\r])\p{Cc}|[\uFFFE\uFFFF]/u;

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return unprintable.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

const each = (text: string, pattern: RegExp, read: (match: RegExpExecArray) => string | undefined): Edit[] =>
  matchesOf(pattern, text).flatMap((match) => {
    const plain = read(match);
    return plain === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, text: plain }];
  });

function escaped([, long, short, byte, letter]: readonly (string | undefined)[]): string | undefined {
  if (letter !== undefined) return single[letter] ?? letter;
  const code = parseInt(long ?? short ?? byte ?? '', 16);
  return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

/** Words and paths look like base64 too: what decodes must read as text, not as the luck of a few bytes. */
function readable(text: string): string | undefined {
  const plain = text.match(/[\p{L}\p{N} .,:;@/'"()+\n\r-]/gu)?.length ?? 0;
  return plain >= text.length * 0.85 && /[\p{L}\p{N}]{3}/u.test(text) ? text : undefined;
}

function fromBase64(match: RegExpExecArray): string | undefined {
  const text = decoded(Buffer.from(match[0].replaceAll(/\s/g, ''), 'base64'));
  return text === undefined || text.length < 8 ? undefined : readable(text);
}

function fromHex(match: RegExpExecArray): string | undefined {
  const text = decoded(Buffer.from(match[0], 'hex'));
  return text === undefined ? undefined : readable(text);
}

/** Percent-encoding (RFC 3986), JSON and JavaScript escapes, base64 (RFC 4648, both alphabets) and hex that decode to text. */
export function encodings(text: string): Edit[] {
  const found: Edit[] = [];
  if (text.includes('%'))
    found.push(...each(text, percent, (match) => decoded(Buffer.from(match[0].replaceAll('%', ''), 'hex'))));
  if (text.includes('\\')) found.push(...each(text, escapes, escaped));
  found.push(...each(text, hexadecimal, fromHex), ...each(text, base64, fromBase64));
  return found;
}

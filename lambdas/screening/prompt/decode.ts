// SPDX-License-Identifier: Apache-2.0
import { Buffer } from 'node:buffer';

/** A stretch of folded or original text that is an encoding, and what it says. Offsets in the given text. */
export type Decoded = Readonly<{ encoding: string; start: number; end: number; said: string }>;

const mostStretches = 8;
const longestStretch = 20_000;

// Base64 keeps its case, so the original text is searched, not the folded one.
const base64 = /[A-Za-z\d+/_-]{16,20000}={0,2}/g;
const hex = /(?:0x)?[\da-fA-F]{2}(?:(?:[ ,:]|0x|\\x|%){0,2}[\da-fA-F]{2}){7,6000}/g;
const binary = /[01]{7,8}(?:[ ,]?[01]{7,8}){3,2000}/g;
const morse = /[.\-−–]{1,6}(?:(?: {1,2}\/ {1,2}| {1,3})[.\-−–]{1,6}){5,2000}/g;
const decimals = /\d{2,3}(?:[ ,]{1,2}\d{2,3}){7,2000}/g;

const printable = (text: string) => {
  if (text.length < 6) return false;
  const letters = Array.from(text.matchAll(/[\p{L} ]/gu)).length;
  const words = /\p{L}{2,}[\s,.]{1,2}\p{L}{2,}|[a-z]{6}/u.test(text) || /[\u0600-\uffee]{4}/.test(text);
  return words && letters / text.length > 0.75 && !/[\p{Cn}\ufffd]|(?![\n\r\t])\p{Cc}/u.test(text);
};
const bytes = (numbers: readonly number[]) =>
  numbers.every((number) => number >= 9 && number < 256) ? Buffer.from(numbers).toString('utf8') : '';

const letters =
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..'.split(
    ' ',
  );
const morseLetters = new Map(letters.map((code, index) => [code, String.fromCharCode(97 + index)]));

const readers: readonly Readonly<{ encoding: string; pattern: RegExp; read: (stretch: string) => string }>[] =
  [
    {
      encoding: 'base64',
      pattern: base64,
      read: (stretch) =>
        /[A-Z]/.test(stretch) && /[a-z]/.test(stretch)
          ? Buffer.from(stretch.replaceAll('-', '+').replaceAll('_', '/'), 'base64').toString('utf8')
          : '',
    },
    {
      encoding: 'hex',
      pattern: hex,
      read: (stretch) => Buffer.from(stretch.replace(/0x|\\x|[ ,:%]/g, ''), 'hex').toString('utf8'),
    },
    {
      encoding: 'binary',
      pattern: binary,
      read: (stretch) =>
        bytes(Array.from(stretch.matchAll(/[01]{7,8}/g), ([octet]) => Number.parseInt(octet, 2))),
    },
    {
      encoding: 'morse',
      pattern: morse,
      read: (stretch) =>
        stretch
          .replaceAll(/[−–]/g, '-')
          .split(/ {1,3}/)
          .map((code) => (code === '/' ? ' ' : (morseLetters.get(code) ?? '')))
          .join(''),
    },
    {
      encoding: 'decimal',
      pattern: decimals,
      read: (stretch) => bytes(Array.from(stretch.matchAll(/\d+/g), ([number]) => Number(number))),
    },
  ];

/** What in a text is encoded and decodes to words: base64, hex, binary, Morse, decimal character codes. */
export function decodedStretches(text: string): Decoded[] {
  const found: Decoded[] = [];
  for (const { encoding, pattern, read } of readers) {
    let tried = 0;
    for (const match of text.matchAll(pattern)) {
      tried += 1;
      if (tried > mostStretches) break;
      const said = read(match[0].slice(0, longestStretch));
      if (printable(said))
        found.push({ encoding, start: match.index, end: match.index + match[0].length, said });
    }
  }
  return found;
}

/** ROT13, its own inverse (RFC 4155 calls it "the Caesar cipher of netnews"). */
export const rot13 = (text: string): string =>
  text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

export const reversed = (text: string): string => Array.from(text).reverse().join('');

// SPDX-License-Identifier: Apache-2.0
import { Buffer } from 'node:buffer';
import { encodings } from '../../privacy/encodings.ts';

/** A stretch of a text that is an encoding, and what it says. Offsets in the given text. */
export type Decoded = Readonly<{ start: number; end: number; said: string }>;

const longestStretch = 20_000;
/** Shorter stretches of base64 or hexadecimal are more often numbers and names than text. */
const shortest = 16;

const bytesInHex = /(?:0x)?[\da-fA-F]{2}(?:(?:[ ,:]{1,2}|0x|\\x|, 0x)[\da-fA-F]{2}){7,6000}/g;
const binary = /[01]{7,8}(?:[ ,]?[01]{7,8}){3,2000}/g;
const morse = /[.\-−–]{1,6}(?:(?: {1,2}\/ {1,2}| {1,3})[.\-−–]{1,6}){5,2000}/g;
const decimals = /\d{2,3}(?:[ ,]{1,2}\d{2,3}){7,2000}/g;

/** Whether a text reads as language: not a number, a name or the luck of a few bytes. */
function readable(text: string): boolean {
  const words = /\p{L}{2,20}[\s,.]{1,2}\p{L}{2}|[a-z]{6}/u.test(text) || /[\u0600-\ufdff]{4}/.test(text);
  const letters = Array.from(text.matchAll(/[\p{L} ]/gu)).length;
  return words && letters / text.length > 0.75 && !/[\p{Cn}\ufffd]|(?![\n\r\t])\p{Cc}/u.test(text);
}

const fromBytes = (bytes: readonly number[]) =>
  bytes.every((byte) => byte >= 9 && byte < 256) ? Buffer.from(bytes).toString('utf8') : '';
const numbers = (stretch: string, pattern: RegExp, base: number) =>
  Array.from(stretch.matchAll(pattern), ([number]) => Number.parseInt(number, base));

// ITU-R M.1677-1, the letters in order.
const codes =
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..';
const morseLetters = new Map(
  codes.split(' ').map((code, index) => [code, String.fromCharCode('a'.charCodeAt(0) + index)]),
);
const fromMorse = (stretch: string) =>
  stretch
    .replaceAll(/[−–]/g, '-')
    .split(/ {1,3}/)
    .map((code) => (code === '/' ? ' ' : (morseLetters.get(code) ?? '')))
    .join('');

const readers: readonly (readonly [pattern: RegExp, read: (stretch: string) => string])[] = [
  [bytesInHex, (stretch) => fromBytes(numbers(stretch.replaceAll(/0x|\\x/g, ' '), /[\da-f]{2}/gi, 16))],
  [binary, (stretch) => fromBytes(numbers(stretch, /[01]{7,8}/g, 2))],
  [morse, fromMorse],
  [decimals, (stretch) => fromBytes(numbers(stretch, /\d+/g, 10))],
];

/** What in a text is encoded and reads as language: base64, hexadecimal, escapes, binary, Morse, character codes. */
export function decodedStretches(text: string): Decoded[] {
  const found: Decoded[] = encodings(text)
    .filter(({ start, end, text: said }) => end - start >= shortest && said.length >= 6 && readable(said))
    .map(({ start, end, text: said }) => ({ start, end, said }));
  for (const [pattern, read] of readers) {
    for (const match of text.matchAll(pattern)) {
      const said = read(match[0].slice(0, longestStretch));
      if (said.length >= 6 && readable(said))
        found.push({ start: match.index, end: match.index + match[0].length, said });
    }
  }
  return found;
}

/** ROT13, its own inverse. */
export const rot13 = (text: string): string =>
  text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

export const reversed = (text: string): string => Array.from(text).reverse().join('');

// SPDX-License-Identifier: Apache-2.0
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { IdentifierType } from '../records/identifier.ts';

/** Characters that are not taken for one another: without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const checkAlphabet = '34679ACDEFGHJKMNPQRTWXY';
const size = checkAlphabet.length;
const combinations = size ** 2;

/** All pairs of characters, in an order that nobody without the secret can tell: HMAC-SHA256(secret, type, ordinal). */
function* pairs(secret: KeyObject, type: IdentifierType, ordinal: number): Generator<string> {
  const digest = createHmac('sha256', secret).update(`${type}:${ordinal}:0`).digest();
  const first = digest.readUInt32BE(0) % combinations;
  // A step without a divisor in common with 23 × 23 comes past every pair once.
  const step = 1 + (digest.readUInt32BE(4) % (size - 1)) + size * (digest.readUInt32BE(8) % size);
  for (let tried = 0; tried < combinations; tried += 1) {
    const number = (first + tried * step) % combinations;
    yield checkAlphabet.charAt(Math.floor(number / size)) + checkAlphabet.charAt(number % size);
  }
}

/** Ordinals given out before that one wrong or missing digit makes of another. */
function nearby(ordinal: number): number[] {
  const digits = String(ordinal);
  return Array.from(digits).flatMap((_, at) =>
    ['', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) =>
      Number(digits.slice(0, at) + digit + digits.slice(at + 1)),
    ),
  );
}

const apart = (a: string, b: string): boolean => a.charAt(0) !== b.charAt(0) && a.charAt(1) !== b.charAt(1);

/** Gives out check characters and remembers which are taken. Changes only itself. */
export type CheckCharacters = Readonly<{
  note: (type: string, ordinal: number, letters: string) => void;
  choose: (type: IdentifierType, ordinal: number) => string;
}>;

/**
 * Chooses check characters so that several mistakes at once do not make one placeholder of a conversation of another: both
 * differ from those with the same ordinal and from those of the type whose ordinal is one digit away, so that it
 * takes three exact mistakes. Where no such pair is left, they are distinct within the conversation, then within the
 * type, then only together with type and ordinal.
 */
export function checkCharacters(secret: string): CheckCharacters {
  const key = createSecretKey(secret, 'base64url');
  const all = new Set<string>();
  const ofType = new Map<string, Readonly<{ by: Map<number, string>; used: Set<string> }>>();
  const ofOrdinal = new Map<number, string[]>();
  const lettersOf = (type: string) => {
    const known = ofType.get(type) ?? { by: new Map<number, string>(), used: new Set<string>() };
    ofType.set(type, known);
    return known;
  };

  return {
    note: (type, ordinal, letters) => {
      all.add(letters);
      const same = lettersOf(type);
      same.by.set(ordinal, letters);
      same.used.add(letters);
      ofOrdinal.set(ordinal, [...(ofOrdinal.get(ordinal) ?? []), letters]);
    },
    choose: (type, ordinal) => {
      const same = lettersOf(type);
      const near = nearby(ordinal).flatMap((each) => same.by.get(each) ?? []);
      const beside = ofOrdinal.get(ordinal) ?? [];
      const unused = (letters: string) => !all.has(letters);
      const rules =
        all.size < combinations
          ? [
              (letters: string) =>
                unused(letters) && [...near, ...beside].every((each) => apart(each, letters)),
              (letters: string) => unused(letters) && near.every((each) => apart(each, letters)),
              unused,
            ]
          : [(letters: string) => !same.used.has(letters)];
      for (const rule of [...rules, () => true])
        for (const letters of pairs(key, type, ordinal)) if (rule(letters)) return letters;
      throw new RangeError('there is always a pair');
    },
  };
}

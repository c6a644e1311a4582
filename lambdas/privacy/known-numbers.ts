// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { IdentifierType } from '../records/identifier.ts';

/** Numbers as they are written. Their lengths and first characters let one walk over a text find all of them, however many. */
export type KnownNumbers = Readonly<{
  types: ReadonlyMap<string, IdentifierType>;
  lengths: readonly number[];
  firsts: ReadonlySet<string>;
}>;

export function knownNumbers(types: ReadonlyMap<string, IdentifierType>): KnownNumbers {
  const written = [...types.keys()];
  return {
    types,
    lengths: [...new Set(written.map((value) => value.length))],
    firsts: new Set(written.map((value) => String.fromCodePoint(value.codePointAt(0) ?? 0))),
  };
}

/** Where something begins that is no part of a word or a longer number. */
const beginning = /(?<![\p{L}\p{N}])\S/gu;

/** Where known numbers stand by themselves. Offsets are UTF-16 code units. */
export function numbersIn(text: string, { types, lengths, firsts }: KnownNumbers, score: number): Finding[] {
  const found: Finding[] = [];
  if (types.size === 0) return found;
  for (const { 0: first, index: start } of text.matchAll(beginning))
    for (const length of firsts.has(first) ? lengths : []) {
      const end = start + length;
      const type = types.get(text.slice(start, end));
      if (type !== undefined && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2)))
        found.push({
          type,
          start,
          end,
          score,
          because: { detector: 'conversation', pattern: 'known number' },
        });
    }
  return found;
}

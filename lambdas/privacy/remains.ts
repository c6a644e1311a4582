// SPDX-License-Identifier: Apache-2.0
import { matchesOf } from '../recognizers/matches.ts';
import { type Issued, plainType } from './issued.ts';
import type { Span } from './rewrite.ts';
import { typeWord } from './surroundings.ts';

const open = String.raw`\\?[\[{<]\s{0,2}[*_~\x60]{0,3}`;
const close = String.raw`\s{0,2}[*_~\x60]{0,3}\\?[\]}>]`;
// `[NAME_1]`, `[NAME_l_7K]`; `NAME_1`, `NAME_7K`; `[NMAE_1_QX]`.
const bracketed = String.raw`${open}(?<word>${typeWord})(?<separator>[\s_\\-]{1,3}|(?=\d))(?<rest>[0-9A-Za-z+'\s_\\*-]{1,20}?)${close}`;
const bare = String.raw`(?<name>${typeWord})\\?_(?<first>[0-9A-Za-z]{1,4})(?:\\?_[0-9A-Za-z]{1,6})?(?![0-9A-Za-z])`;
const mistyped = String.raw`\[(?<other>[A-Z][A-Z_]{1,23})_\d{1,4}[^\]\n]{0,8}\]`;
const pattern = new RegExp(String.raw`(?<![\p{L}\d])(?:${bracketed}|${bare}|${mistyped})`, 'giu');

type Remains = Span & Readonly<{ status: 'unknown' | 'damaged' }>;

const letters = (text: string): string => text.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();

/**
 * What is left of placeholders that lost their ordinal or their check characters: never restored, but not to be passed over.
 * Sorted; offsets in the text given, which is a plain reading.
 */
export function remains(text: string, issued: Issued): Remains[] {
  return matchesOf(pattern, text).flatMap((match): Remains[] => {
    const { word, rest, separator = '', name, first = '', other } = match.groups ?? {};
    const place = { start: match.index, end: match.index + match[0].length };
    if (word !== undefined && rest !== undefined) {
      const type = plainType(word);
      const check = letters(rest.replace(/'s\s*$/i, '')).slice(-2);
      const ordinal = /^\d+/.exec(rest)?.[0];
      const near =
        issued.check(type, check) || (ordinal !== undefined && issued.ordinal(type, Number(ordinal)));
      const written = word === word.toUpperCase() && separator.includes('_') && /\d/.test(rest);
      return near || written ? [{ ...place, status: 'damaged' }] : [];
    }
    if (name !== undefined) {
      const type = plainType(name);
      const meant =
        issued.check(type, letters(first)) || (/^\d+$/.test(first) && issued.ordinal(type, Number(first)));
      return meant ? [{ ...place, status: 'damaged' }] : [];
    }
    return other !== undefined && other === other.toUpperCase() && issued.like(plainType(other)).length > 0
      ? [{ ...place, status: 'unknown' }]
      : [];
  });
}

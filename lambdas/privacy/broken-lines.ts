// SPDX-License-Identifier: Apache-2.0
import { matchesOf } from '../recognizers/matches.ts';
import type { Edit } from './rewrite.ts';

const lineEnd = /[ \t]{0,4}\r?\n[ \t>]{0,8}/g;
/** How much of either line is looked at. */
const reach = 32;

// What a number or an address looks like before the end of its line, and what must then go on.
const joints: readonly (readonly [RegExp, RegExp])[] = [
  // 123-45- | 6789 and 123-45 | -6789
  [/\d[-/.]$/, /^\d/],
  [/\d$/, /^[-/]\d/],
  // 123-4 | 5-6789: one of the two has a hyphen and nothing else but digits
  [/(?:^|\s)\d{1,9}(?:-\d{1,9}){1,4}$/, /^\d{1,9}(?!\S)/],
  [/(?:^|\s)\d{1,9}$/, /^\d{1,9}(?:-\d{1,9}){1,4}(?![\w-])/],
  [/(?:^|\s)\d{1,9}(?:-\d{1,9}){1,4}$/, /^\d{1,9}(?:-\d{1,9}){1,4}(?![\w-])/],
  // 4111 1111 | 1111 1111
  [/(?:^|\D)\d{4}(?:[ -]\d{4}){1,2}$/, /^\d{4}(?:[ -]\d{4})?(?![\d-])/],
  [/(?:^|\D)\d{4}$/, /^\d{4}(?:[ -]\d{4}){1,2}(?![\d-])/],
  // ann@ | mail.example and ann | @mail.example
  [/[\w.+-]@$/, /^[\w-]/],
  [/[\w+-]$/, /^@\w/],
  // Garcia- | Lopez
  [/\p{Lu}\p{L}{1,30}-$/u, /^\p{Lu}/u],
];

/** Line ends inside a number, an address or a hyphenated name, taken out. */
export function brokenLines(text: string): Edit[] {
  if (!text.includes('\n')) return [];
  return matchesOf(lineEnd, text).flatMap((match) => {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    const after = text.slice(end, end + reach);
    const broken = joints.some(
      ([left, right]) => right.test(after) && left.test(before.slice(before.lastIndexOf('\n') + 1)),
    );
    return broken ? [{ start: match.index, end, text: '' }] : [];
  });
}

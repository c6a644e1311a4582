// SPDX-License-Identifier: Apache-2.0

/** How far a context word may stand before and after a match, in UTF-16 code units. */
const reach = { before: 64, after: 32 } as const;

/** What may stand between a label and its value: `MRN number is: #`, `Policy No. =`, `"mrn": "`. */
const filler =
  '(?:[\\s:#=.,*_|()"\'>\\[-]|numbers?|num|nos?|nr|n[º°]|ids?|code|is|was|number\\(s\\)|end(?:s|ing)? (?:in|with)|on file|ist|es|est|di|de){0,14}$';

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ _-]?');
const longestFirst = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/** Tells whether the text around a match speaks of what the match would be. */
export type Context = Readonly<{ near(text: string, start: number, end: number): boolean }>;

/**
 * Context words: whole words or phrases, in any case, within a fixed window before or after the match.
 * A space in a phrase also stands for `-`, `_` or nothing. The cost is that of the window, not of the text.
 */
export function words(all: readonly string[]): Context {
  const regexp = new RegExp(`(?<![A-Za-z0-9])(?:${longestFirst(all)})(?![A-Za-z])`, 'i');
  return {
    near: (text, start, end) =>
      regexp.test(text.slice(Math.max(0, start - reach.before), start)) ||
      regexp.test(text.slice(end, end + reach.after)),
  };
}

/** A label that stands directly before the match, with nothing but fillers between: `MRN: `, `policy no. `. */
export function label(all: readonly string[]): Context {
  const regexp = new RegExp(`(?<![A-Za-z0-9/])(?:${longestFirst(all)})${filler}`, 'i');
  return { near: (text, start) => regexp.test(text.slice(Math.max(0, start - reach.before), start)) };
}

const cellEnds = '\n\r\t|;"';

/** Whether a match is all there is in its line, cell or quoted value. */
export const isAlone = (text: string, start: number, end: number): boolean =>
  (start === 0 || cellEnds.includes(text.charAt(start - 1))) &&
  (end === text.length || cellEnds.includes(text.charAt(end)));

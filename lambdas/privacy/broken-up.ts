// SPDX-License-Identifier: Apache-2.0
import { matchesOf } from '../recognizers/matches.ts';
import type { Edit } from './rewrite.ts';

const gap = '[ \\t_*.\\u00B7\\u2022]{1,3}';
const spacedDigits = new RegExp(`(?<![\\w.])\\d(?:(?:${gap}(?:[-/]${gap})?|-)\\d){4,40}\\b`, 'g');
const spacedLetters =
  /(?<![\p{L}\d'])\p{L}(?:[ _.*]\p{L}(?![\p{L}\d])){3,60}(?: {2,4}\p{L}(?:[ _.*]\p{L}(?![\p{L}\d])){1,60}){0,4}/gu;
const brackets = /\s{0,2}[[({<]\s?(?:at|dot)\s?[\])}>]\s{0,2}/gi;
const bareAt = /(?<=[\w+-]{2}) at (?=[\w-]{2,40} dot [a-z]{2})/gi;
const bareDot = /(?<=(?:@| at | dot )[\w.-]{1,40}) dot (?=[a-z]{2})/gi;
const edits = (text: string, pattern: RegExp, plain: (match: string) => string): Edit[] =>
  matchesOf(pattern, text).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: plain(match[0]),
  }));

/** Digits and letters written with a space, dot or dash between each; "name [at] host [dot] com". */
export function spacedOut(text: string): Edit[] {
  const joined = edits(text, spacedDigits, (match) =>
    match.includes(' ') || !match.includes('-')
      ? match.replaceAll(/[^\d/-]/g, '')
      : match.replaceAll('-', ''),
  );
  const letters = edits(text, spacedLetters, (match) =>
    match
      .replaceAll(/ {2,4}/g, '\n')
      .replaceAll(/[ _.*]/g, '')
      .replaceAll('\n', ' '),
  );
  const sign = (match: string) => (/at/i.test(match) ? '@' : '.');
  return [
    ...joined,
    ...letters,
    ...edits(text, brackets, sign),
    ...edits(text, bareAt, () => '@'),
    ...edits(text, bareDot, () => '.'),
  ];
}

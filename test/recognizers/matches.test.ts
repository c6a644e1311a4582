// SPDX-License-Identifier: Apache-2.0
import { expect, it } from '@jest/globals';
import { matchesOf } from '../../lambdas/recognizers/matches.ts';

it.each([
  ['nothing', /\d+/g, 'no digits here'],
  ['several', /\d+/g, '12, 3 and 456'],
  ['groups and their indices', /(?<value>\d)\w/dg, '1a 2b'],
  ['empty matches', /x*/g, 'axxb'],
  ['empty matches beside characters of two code units', /x*/gu, 'a😀x😀'],
  ['empty matches within them, without the flag', /x*/g, '😀x'],
  ['an empty text', /x*/g, ''],
])('gives what matchAll gives: %s', (_what, regexp, text) => {
  const told = (matches: readonly RegExpExecArray[]) =>
    matches.map((match) => [[...match], match.index, match.groups, match.indices]);
  const distinct = (matches: readonly RegExpExecArray[]) => matches.filter(({ 0: whole }) => whole !== '');
  const all = [...text.matchAll(regexp)] as RegExpExecArray[];
  expect(told(distinct(matchesOf(regexp, text)))).toEqual(told(distinct(all)));
  expect(told(matchesOf(regexp, text))).toEqual(told(matchesOf(regexp, text)));
  expect(regexp.lastIndex).toBe(0);
});

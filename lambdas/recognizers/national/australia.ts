// SPDX-License-Identifier: Apache-2.0
import { allSame, digitsOf, weightedSum } from '../digits.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

const isTfn = (match: string) =>
  weightedSum(match, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 && !allSame(match);

/** The first digit less one, weights, modulo 89. */
export const isAbn = (match: string): boolean =>
  !/^0/.test(match) && (weightedSum(match, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0;

const isAcn = (match: string) =>
  (10 - (weightedSum(match, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === digitsOf(match)[8] && !allSame(match);

const isMedicare = (match: string) =>
  weightedSum(match, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitsOf(match)[8];

export const australia: readonly PatternRecognizer[] = [
  pattern({
    name: 'au-tfn',
    type: 'TAX_ID',
    cites: 'Taxation Administration Act 1953 part VA',
    looksLike: /(?<!\d )\d{3}([ -]?)\d{3}\1\d{3}/,
    holds: isTfn,
    check: 'mod11',
    near: ['tfn', 'tax file number', 'tax file'],
    score: 0.5,
  }),
  pattern({
    name: 'au-abn',
    type: 'TAX_ID',
    cites: 'A New Tax System (Australian Business Number) Act 1999',
    looksLike: /(?<!\d )\d{2} ?\d{3} ?\d{3} ?\d{3}/,
    holds: isAbn,
    check: 'mod89',
    near: ['abn', 'business number'],
    score: 0.6,
  }),
  pattern({
    name: 'au-acn',
    type: 'TAX_ID',
    cites: 'Corporations Act 2001 section 118',
    looksLike: /(?<!\d )\d{3}([ -]?)\d{3}\1\d{3}/,
    holds: isAcn,
    check: 'mod10',
    near: ['acn', 'company number'],
    score: 0.5,
  }),
  pattern({
    name: 'au-medicare',
    type: 'MEMBER',
    cites: 'Health Insurance Act 1973 (Australia)',
    looksLike: /[2-6]\d{3} ?\d{5} ?\d(?:[ /-][1-9])?/,
    holds: isMedicare,
    check: 'mod10',
    near: ['medicare', 'irn', 'medicare card'],
    score: 0.55,
  }),
];

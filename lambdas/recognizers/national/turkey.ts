// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from '../digits.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

/** Law 5490: the tenth digit from odd and even places, the eleventh from the sum of ten. */
export const isTckn = (match: string): boolean => {
  const digits = digitsOf(match);
  const at = (...places: number[]) => places.reduce((sum, place) => sum + (digits[place] ?? 0), 0);
  const tenth = (((at(0, 2, 4, 6, 8) * 7 - at(1, 3, 5, 7)) % 10) + 10) % 10;
  return tenth === digits[9] && at(0, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 10 === digits[10];
};

export const turkey: readonly PatternRecognizer[] = [
  pattern({
    name: 'tr-tckn',
    type: 'NATIONAL_ID',
    cites: 'Nüfus Hizmetleri Kanunu 5490',
    looksLike: /[1-9]\d{10}/,
    holds: isTckn,
    check: 'tckn',
    near: ['tckn', 'tc kimlik', 'kimlik', 't.c.', 'turkish id'],
    score: 0.7,
  }),
];

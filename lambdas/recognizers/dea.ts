// SPDX-License-Identifier: Apache-2.0
import { weightedSum } from './digits.ts';
import { pattern } from './recognizer.ts';

export const dea = pattern({
  name: 'dea',
  type: 'DEA',
  cites: '21 CFR 1301.13',
  looksLike: /[A-HJ-MPR-UX][A-Z9]-?\d{7}/i,
  // First, third and fifth digit once, second, fourth and sixth twice: the sum ends in the seventh.
  holds: (match) => {
    const digits = match.slice(-7);
    return weightedSum(digits, [1, 2, 1, 2, 1, 2]) % 10 === Number(digits.at(-1));
  },
  check: 'dea',
  near: ['dea', 'prescriber', 'registration', 'certificate', 'controlled'],
  score: 0.7,
});

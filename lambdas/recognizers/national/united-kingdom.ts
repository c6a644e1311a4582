// SPDX-License-Identifier: Apache-2.0
import { allSame, digitsOf, weightedSum } from '../digits.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

/** Modulus 11 with weights 10 to 2; a check of 10 is not issued. */
export const isNhs = (match: string): boolean => {
  const check = (11 - (weightedSum(match, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return check === digitsOf(match)[9] && !allSame(match);
};

const isUtr = (match: string) =>
  '21987654321'.charAt(weightedSum(match, [0, 6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11) === match.charAt(0);

export const unitedKingdom: readonly PatternRecognizer[] = [
  pattern({
    name: 'gb-nino',
    type: 'NATIONAL_ID',
    cites: 'HMRC NIM39110',
    looksLike:
      /(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]([ -]?)\d{2}\1\d{2}\1\d{2}\1[A-D]|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{6} ?[A-D]/i,
    near: ['nino', 'ni number', 'national insurance', 'ni no'],
    score: 0.8,
  }),
  pattern({
    name: 'gb-nhs',
    type: 'NATIONAL_ID',
    cites: 'NHS Data Model and Dictionary, NHS NUMBER',
    looksLike: /(?<!\d )\d{3}([ -]?)\d{3}\1\d{4}/,
    holds: isNhs,
    check: 'mod11',
    near: ['nhs', 'nhs number', 'nhs no', 'health service'],
    score: 0.55,
  }),
  pattern({
    name: 'gb-utr',
    type: 'TAX_ID',
    cites: 'HMRC, Unique Taxpayer Reference',
    looksLike: /\d{5} ?\d{5}/,
    holds: isUtr,
    check: 'mod11',
    near: ['utr', 'unique taxpayer', 'self assessment', 'tax reference'],
    needsContext: true,
    score: 0.6,
  }),
  pattern({
    name: 'gb-driver',
    type: 'DRIVER_LICENSE',
    cites: 'DVLA INF1D',
    looksLike:
      /[A-Z9]{5} ?\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d ?[A-Z9]{2} ?\d[A-Z]{2}/i,
    score: 0.85,
  }),
];

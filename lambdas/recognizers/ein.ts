// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

/** Prefixes that IRS campuses assign. */
const prefix = '(?:0[1-6]|1[0-6]|2[0-7]|3\\d|4[0-8]|5\\d|6[0-8]|7[1-7]|8[0-8]|9[0-589])';

export const ein = pattern({
  name: 'ein',
  type: 'EIN',
  cites: '26 CFR 301.7701-12; IRS, How EINs are assigned',
  looksLike: [
    { pattern: 'delimited', regexp: new RegExp(`${prefix}-\\d{7}`) },
    // A TIN of nine digits in a row may be anybody's anything.
    { pattern: 'TIN', regexp: /(?<=\bTIN(?: is|:|#| no\.?)? )\d{2}-\d{7}/i, needsContext: false },
    { pattern: 'digits', regexp: new RegExp(`${prefix}\\d{7}`), score: 0.5 },
  ],
  near: [
    'ein',
    'fein',
    'employer identification',
    'federal tax id',
    'tax id',
    'tax identification',
    'taxpayer',
    'irs number',
    'employer id',
  ],
  needsContext: true,
  score: 0.6,
});

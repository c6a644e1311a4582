// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

export const itin = pattern({
  name: 'itin',
  type: 'ITIN',
  cites: '26 CFR 301.6109-1(d)(3); IRS Publication 1915',
  looksLike: [
    {
      pattern: 'delimited',
      regexp:
        /9\d{2}[- ]?(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-\d{4}|9\d{2}[- ](?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[- ]?\d{4}/,
    },
    { pattern: 'digits', regexp: /9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}/, needsContext: true },
  ],
  // Group 89 is not issued, nor 93; 88 and below are.
  near: ['itin', 'individual taxpayer', 'taxpayer identification', 'taxpayer id', 'tax id', 'tin'],
  score: 0.75,
});

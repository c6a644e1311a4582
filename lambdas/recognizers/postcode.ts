// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

const near = [
  'postcode',
  'post code',
  'postal code',
  'zip',
  'address',
  'road',
  'street',
  'lane',
  'avenue',
  'london',
  'uk',
  'england',
  'scotland',
  'wales',
  'canada',
  'ontario',
  'quebec',
  'bc',
  'on',
  'qc',
  'ab',
  'lives',
  'living',
  'resides',
];

/** British and Canadian postcodes: letters and digits in places that no other code has. */
export const postcode = pattern({
  name: 'postcode',
  type: 'ZIP',
  cites: 'BS 7666-5; Royal Mail PAF; Canada Post Addressing Guidelines',
  looksLike: [
    {
      pattern: 'GB',
      regexp:
        /(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]) \d[ABD-HJLNP-UW-Z]{2})/,
      score: 0.75,
    },
    {
      pattern: 'GB together',
      regexp:
        /[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])\d[ABD-HJLNP-UW-Z]{2}/,
      needsContext: true,
    },
    { pattern: 'CA', regexp: /[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]\d[ABCEGHJ-NPRSTV-Z]\d/, score: 0.8 },
    {
      pattern: 'CA together',
      regexp: /[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d/,
      needsContext: true,
    },
    { pattern: 'NL', regexp: /[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2}(?=\s+\p{Lu}\p{Ll})/u, score: 0.6 },
  ],
  near,
  alone: true,
  score: 0.7,
});

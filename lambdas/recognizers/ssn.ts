// SPDX-License-Identifier: Apache-2.0
import { allSame, digitsOf } from './digits.ts';
import { pattern } from './recognizer.ts';

/** Numbers that were printed on cards and in advertisements, and are nobody's. */
const printed = new Set(['123456789', '987654320', '078051120', '219099999']);

/** Area not 000, 666 or 9xx; group not 00; serial not 0000; not a number made up for show. */
export const isSsn = (match: string): boolean => {
  const digits = digitsOf(match).join('');
  return (
    /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits) && !printed.has(digits) && !allSame(digits)
  );
};

const isLabelled = (match: string) => digitsOf(match).length >= 4;

export const ssn = pattern({
  name: 'ssn',
  type: 'SSN',
  cites: '42 USC 405(c)(2); SSA POMS RM 10201.035',
  looksLike: [
    { pattern: 'delimited', regexp: /\d{3}([-.\u2010-\u2014])\d{2}\1\d{4}/ },
    { pattern: 'spaced', regexp: /\d{3} \d{2} \d{4}/, score: 0.6 },
    { pattern: 'mixed', regexp: /\d{3}[-. /]{1,3}\d{2}[-. /]{1,3}\d{4}/, score: 0.5, needsContext: true },
    { pattern: 'digits', regexp: /\d{9}/, score: 0.4, needsContext: true },
    // What is labelled as one is treated as one, even where it was mistyped or made up.
    {
      pattern: 'labelled',
      regexp: /(?:[\dX*x]{3}[- ]?[\dX*x]{2}[- ]?\d{4}|\d(?:[\s-]{0,3}\d){8})/,
      score: 0.5,
      needsContext: true,
      holds: isLabelled,
    },
    {
      pattern: 'last four',
      regexp:
        /(?<=\b(?:ssn?|social)\b[^\n\d]{1,40}(?:last (?:4|four)|ending|ends)[^\n\d]{1,20}|last (?:4|four)(?: digits)? (?:of|for)[^\n\d]{0,20}(?:ssn|social)\b[^\n\d]{1,20})\d{4}/i,
      score: 0.8,
      needsContext: false,
      holds: isLabelled,
    },
  ],
  holds: isSsn,
  check: 'area-group-serial',
  label: [
    'ssn',
    'ss',
    'ssn#',
    'ss#',
    'social security',
    'social security number',
    'social',
    'soc sec',
    'socsec',
    'sosec',
    'social sec',
    'ssan',
  ],
  score: 0.85,
});

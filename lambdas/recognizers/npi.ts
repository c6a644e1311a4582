// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from './digits.ts';
import { luhn } from './luhn.ts';
import { pattern } from './recognizer.ts';

export const npi = pattern({
  name: 'npi',
  type: 'NPI',
  cites: '45 CFR 162.406',
  looksLike: [
    { pattern: 'digits', regexp: /[12]\d{9}/ },
    { pattern: 'grouped', regexp: /[12]\d{3}([ -])\d{3}\1\d{3}/ },
  ],
  // The card issuer prefix of US health applications stands before it.
  holds: (match) => luhn(`80840${digitsOf(match).join('')}`) && !/^(\d)\1{8}/.test(match),
  check: 'luhn',
  near: ['npi', 'national provider', 'provider', 'prescriber', 'physician'],
  score: 0.6,
});

/** One with a wrong check digit, right after its label. */
export const labelledNpi = pattern({
  name: 'npi-labelled',
  type: 'NPI',
  cites: '45 CFR 162.406',
  looksLike: /\d{10}|\d{4}[ -]\d{3}[ -]\d{3}/,
  label: ['npi', 'national provider identifier', 'national provider'],
  needsContext: true,
  score: 0.6,
});

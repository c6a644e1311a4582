// SPDX-License-Identifier: Apache-2.0
import { aba } from './aba.ts';
import { digitsOf } from './digits.ts';
import { pattern } from './recognizer.ts';

/** Federal Reserve districts, thrifts, electronic and traveller's cheque ranges; then the check digit. */
const isRouting = (match: string) =>
  /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(digitsOf(match).join('')) && aba(match);

const labels = [
  'routing',
  'aba',
  'rtn',
  'routing number',
  'routing transit',
  'transit',
  'aba routing',
  'ach',
];

export const routing = pattern({
  name: 'routing',
  type: 'ROUTING',
  cites: 'ABA Routing Number Administrative Board policy; 12 CFR 229.2',
  looksLike: [
    { pattern: 'digits', regexp: /\d{9}/ },
    { pattern: 'fraction', regexp: /\d{4}-\d{4}-\d/ },
  ],
  holds: isRouting,
  check: 'aba',
  near: [...labels, 'bank', 'wire', 'checking', 'account'],
  score: 0.5,
});

/** A routing number that was mistyped is still one when it is labelled. */
export const labelledRouting = pattern({
  name: 'routing-labelled',
  type: 'ROUTING',
  cites: 'ABA Routing Number Administrative Board policy',
  looksLike: /\d{8,9}|\d{4}-\d{4}-\d|\d{3}[ -]\d{3}[ -]\d{3}/,
  label: labels,
  needsContext: true,
  score: 0.6,
});

/** British sort codes and the branch numbers of other countries, beside the word. */
export const sortCode = pattern({
  name: 'sort-code',
  type: 'ROUTING',
  cites: 'Pay.UK, Extended Industry Sort Code Directory',
  looksLike: /\d{2}[- ]?\d{2}[- ]?\d{2}|\d{3}-\d{3}/,
  label: ['sort code', 'sortcode', 'bsb', 'branch code', 'ifsc', 'blz', 'bankleitzahl', 'transit number'],
  needsContext: true,
  score: 0.6,
});

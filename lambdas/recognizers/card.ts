// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from './digits.ts';
import { luhn } from './luhn.ts';
import { pattern } from './recognizer.ts';

/** Issuer ranges of the networks in use and the lengths each one issues. */
const issuers: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]], // Visa
  [/^0604/, [12]], // Maestro (older)
  [/^(?:5[1-5]|2[2-7])/, [16]], // Mastercard, Mir
  [/^(?:5[06-9]|6)/, [12, 13, 14, 15, 16, 17, 18, 19]], // Maestro, Discover, UnionPay, RuPay
  [/^3[47]/, [15]], // American Express
  [/^3(?:0[0-5]|095|[689])/, [14, 16, 19]], // Diners Club
  [/^(?:35|1800|2131)/, [15, 16]], // JCB
  [/^1/, [15]], // UATP
  [/^(?:81|9792)/, [16, 17, 18, 19]], // UnionPay, Troy
];

/** Luhn, a known issuer range, and a length that range issues. */
export const isCard = (match: string): boolean => {
  const digits = digitsOf(match).join('');
  return (
    issuers.some(([range, lengths]) => range.test(digits) && lengths.includes(digits.length)) && luhn(digits)
  );
};

export const card = pattern({
  name: 'card',
  type: 'CARD',
  cites: 'PCI DSS 4.0.1 requirement 3; ISO/IEC 7812-1',
  looksLike: [
    { pattern: 'grouped', regexp: /\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5}/, score: 0.9 },
    { pattern: 'digits', regexp: /\d{12,19}/ },
    // Groups of any length, also after a line break: read only where the text speaks of a card.
    { pattern: 'spaced', regexp: /\d(?:[\s-]{0,3}\d){11,18}/, needsContext: true },
    // The digits shown of a truncated number, PCI FAQ 1091.
    {
      pattern: 'masked',
      regexp: /(?:\d{4,6}[ -]?)?(?:[Xx*•]{2,12}[ -]?){1,4}\d{4}/,
      needsContext: true,
      score: 0.5,
      holds: (match) => digitsOf(match).length >= 4,
    },
  ],
  holds: isCard,
  check: 'luhn',
  near: [
    'card',
    'cards',
    'credit',
    'debit',
    'visa',
    'mastercard',
    'amex',
    'american express',
    'discover',
    'maestro',
    'diners',
    'jcb',
    'pan',
    'payment',
    'tarjeta',
    'karte',
    'carte',
    'cc',
    'ccn',
  ],
  score: 0.8,
});

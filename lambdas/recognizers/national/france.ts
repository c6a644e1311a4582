// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from '../digits.ts';
import { luhn } from '../luhn.ts';
import { mod97 } from '../mod97.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

/** The key of the NIR is 97 less its remainder; Corsica's 2A and 2B count as 19 and 18. */
export const isNir = (match: string): boolean => {
  const compact = match.toUpperCase().replace(/[ .-]/g, '').replace('2A', '19').replace('2B', '18');
  return /^\d{15}$/.test(compact) && 97 - mod97(compact.slice(0, 13)) === Number(compact.slice(13));
};

export const france: readonly PatternRecognizer[] = [
  pattern({
    name: 'fr-nir',
    type: 'NATIONAL_ID',
    cites: 'Code de la sécurité sociale R115-1; INSEE',
    looksLike:
      /[1-478][ .]?\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .]?(?:2[AB]|\d{2})[ .]?\d{3}[ .]?\d{3}[ .-]?\d{2}/i,
    holds: isNir,
    check: 'mod97',
    near: ['nir', 'sécurité sociale', 'securite sociale', 'insee', 'numéro de sécu', 'carte vitale'],
    score: 0.85,
  }),
  pattern({
    name: 'fr-siren',
    type: 'TAX_ID',
    cites: 'Code de commerce R123-220',
    looksLike: /\d{3} ?\d{3} ?\d{3}(?: ?\d{5})?/,
    holds: luhn,
    check: 'luhn',
    near: ['siren', 'siret', 'rcs'],
    needsContext: true,
    score: 0.7,
  }),
  pattern({
    name: 'fr-tax',
    type: 'TAX_ID',
    cites: 'BOFiP, numéro SPI',
    looksLike: /[0-3]\d ?\d{2} ?\d{3} ?\d{3} ?\d{3}/,
    holds: (match) => {
      const digits = digitsOf(match).join('');
      return Number(digits.slice(0, 10)) % 511 === Number(digits.slice(10));
    },
    check: 'mod511',
    near: ['numéro fiscal', 'numero fiscal', 'spi', 'impôts', 'tax'],
    needsContext: true,
    score: 0.7,
  }),
];

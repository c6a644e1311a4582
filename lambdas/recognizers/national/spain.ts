// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from '../digits.ts';
import { mod97 } from '../mod97.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

/** Real Decreto 1553/2005: the number modulo 23 chooses the letter; X, Y, Z stand for 0, 1, 2. */
export const isNif = (match: string): boolean => {
  const compact = match.toUpperCase().replace(/[ .-]/g, '');
  const number = Number(compact.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(number % 23) === compact.at(-1);
};

/** Orden EHA/451/2008: a company's control digit or letter. */
const isCif = (match: string) => {
  const digits = digitsOf(match.slice(1, 8));
  const sum = digits.reduce((total, digit, at) => {
    const counted = at % 2 === 0 ? digit * 2 : digit;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  const check = (10 - (sum % 10)) % 10;
  const last = match.at(-1)?.toUpperCase() ?? '';
  return last === String(check) || last === 'JABCDEFGHI'.charAt(check);
};

export const spain: readonly PatternRecognizer[] = [
  pattern({
    name: 'es-nif',
    type: 'NATIONAL_ID',
    cites: 'Real Decreto 1553/2005; Real Decreto 557/2011 (NIE)',
    looksLike: [
      { pattern: 'NIF', regexp: /\d{7,8}[ -]?[A-HJ-NP-TV-Z]|\d{2}\.\d{3}\.\d{3}[ -]?[A-HJ-NP-TV-Z]/i },
      { pattern: 'NIE', regexp: /[XYZ][ -]?\d{7}[ -]?[A-HJ-NP-TV-Z]/i },
    ],
    holds: isNif,
    check: 'mod23',
    near: ['nif', 'dni', 'nie', 'documento nacional', 'identidad', 'extranjero'],
    score: 0.75,
  }),
  pattern({
    name: 'es-cif',
    type: 'TAX_ID',
    cites: 'Orden EHA/451/2008',
    looksLike: /[A-HJNP-SUVW]-?\d{7}[0-9A-J]/i,
    holds: isCif,
    check: 'control digit',
    near: ['cif', 'nif', 'empresa', 'sociedad'],
    needsContext: true,
    score: 0.6,
  }),
  pattern({
    name: 'es-social-security',
    type: 'NATIONAL_ID',
    cites: 'Real Decreto 84/1996; BOE control digits modulo 97',
    looksLike: /\d{2}[ /-]?\d{8}[ /-]?\d{2}/,
    holds: (match) => {
      const digits = digitsOf(match).join('');
      return mod97(digits.slice(0, 10)) === Number(digits.slice(10));
    },
    check: 'mod97',
    near: ['nass', 'nuss', 'naf', 'seguridad social', 'afiliación'],
    needsContext: true,
    score: 0.7,
  }),
];

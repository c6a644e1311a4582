// SPDX-License-Identifier: Apache-2.0
import { luhn } from '../luhn.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

const odd: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('BAKPLCQDREVOSFTGUHMINJWZYX', (letter, value) => [letter, value]),
);
const oddDigit = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

/** DM 23 dicembre 1976: odd places by a table, even places by value; modulo 26 gives the last letter. */
export const isFiscalCode = (match: string): boolean => {
  const code = match.toUpperCase();
  const sum = Array.from(code.slice(0, 15)).reduce((total, each, at) => {
    const digit = /\d/.test(each);
    if (at % 2 === 1) return total + (digit ? Number(each) : each.charCodeAt(0) - 65);
    return total + (digit ? (oddDigit[Number(each)] ?? 0) : (odd[each] ?? 0));
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === code.at(-1);
};

/** "At 5550123" is no card. */
const smallWord = /^(?:a[mnst]|b[ey]|do|he|i[dfnst]|me|my|n[or]|o[fnr]|pm|so|t[eo]|u[ps]|we) /;

export const italy: readonly PatternRecognizer[] = [
  pattern({
    name: 'it-fiscal-code',
    type: 'TAX_ID',
    cites: 'DM 23 dicembre 1976 n. 13813',
    looksLike: /[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]/i,
    holds: isFiscalCode,
    check: 'mod26',
    score: 0.95,
  }),
  pattern({
    name: 'it-fiscal-code-labelled',
    type: 'TAX_ID',
    cites: 'DM 23 dicembre 1976 n. 13813',
    looksLike: /[A-Z]{6}[0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]/i,
    near: ['codice fiscale', 'cod fisc', 'c.f.', 'fiscal code', 'cf'],
    needsContext: true,
    score: 0.6,
  }),
  pattern({
    name: 'it-vat',
    type: 'TAX_ID',
    cites: 'DPR 633/1972 article 35',
    looksLike: /(?:IT)?\d{11}/,
    // The office that gave it: a province, 120, 121, 888 or 999.
    holds: (match) => luhn(match) && /(?:0(?!00)\d\d|100|12[01]|888|999)\d$/.test(match),
    check: 'luhn',
    near: ['partita iva', 'p.iva', 'p iva', 'piva', 'iva', 'vat'],
    score: 0.5,
  }),
  pattern({
    name: 'it-id-card',
    type: 'NATIONAL_ID',
    cites: "Ministero dell'Interno, carta d'identità",
    looksLike: [
      { pattern: 'paper', regexp: /[A-Z]{2} ?\d{7}/i, holds: (match) => !smallWord.test(match) },
      { pattern: 'electronic', regexp: /C[A-Z]\d{5}[A-Z]{2}/i },
      { pattern: 'first electronic', regexp: /\d{7}[A-Z]{2}/i },
    ],
    near: ["carta d'identità", 'carta identità', 'identity card', 'id card', 'carta'],
    score: 0.5,
  }),
  pattern({
    name: 'it-driver',
    type: 'DRIVER_LICENSE',
    cites: 'Decreto Legislativo 285/1992',
    looksLike: /[A-Z]{2}\d{7}[A-Z]|U1[BCDFGHJ-NP-TV-Z0-9]{7}[A-Z]/i,
    near: ['patente', 'driver', 'licence', 'license'],
    score: 0.6,
  }),
];

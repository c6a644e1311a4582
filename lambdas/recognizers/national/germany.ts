// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from '../digits.ts';
import { mod11of10 } from '../mod11-10.ts';
import { mrz731 } from '../mrz731.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

const crossSum = (value: number) => Math.floor(value / 10) + (value % 10);
const letterAsTwo = (match: string) =>
  match.toUpperCase().replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 64).padStart(2, '0'));

const crossSums = (match: string, weights: readonly number[]) => {
  const digits = digitsOf(letterAsTwo(match));
  return weights.reduce((sum, weight, at) => sum + crossSum(weight * (digits[at] ?? 0)), 0) % 10;
};

/** VKVV section 4: area, birth date, initial, serial; cross sums under weights. */
export const isRvnr = (match: string): boolean =>
  crossSums(match, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) === digitsOf(match).at(-1);

const isKvnr = (match: string) => crossSums(match, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) === digitsOf(match).at(-1);

/** Section 139b AO: at most one digit more than once in the first ten, and that at most three times. */
const isTaxId = (match: string) => {
  const counts = digitsOf(match)
    .slice(0, 10)
    .reduce<number[]>((all, digit) => {
      all[digit] = (all[digit] ?? 0) + 1;
      return all;
    }, []);
  return (
    Math.max(...counts.filter(Boolean)) <= 3 &&
    counts.filter((count) => count > 1).length <= 1 &&
    mod11of10(match)
  );
};

const isLanr = (match: string) => {
  const digits = digitsOf(match);
  const sum = [4, 9, 4, 9, 4, 9].reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0);
  return (10 - (sum % 10)) % 10 === digits[6] && match.slice(-2) !== '00' && sum > 0;
};

export const germany: readonly PatternRecognizer[] = [
  pattern({
    name: 'de-tax-id',
    type: 'TAX_ID',
    cites: 'Section 139b AO',
    looksLike: /[1-9]\d{10}|[1-9]\d ?\d{3} ?\d{3} ?\d{3}/,
    holds: isTaxId,
    check: 'mod11,10',
    near: [
      'steuer',
      'steuer-id',
      'steuerid',
      'steueridentifikationsnummer',
      'idnr',
      'tin',
      'tax id',
      'steuernummer',
    ],
    score: 0.55,
  }),
  pattern({
    name: 'de-vat',
    type: 'TAX_ID',
    cites: 'Section 27a UStG',
    looksLike: /DE[ -]?\d{3} ?\d{3} ?\d{3}/i,
    holds: mod11of10,
    check: 'mod11,10',
    score: 0.85,
  }),
  pattern({
    name: 'de-rvnr',
    type: 'NATIONAL_ID',
    cites: 'VKVV section 2 and 4; section 147 SGB VI',
    looksLike: /\d{2} ?(?:[0-7]\d|8[01])(?:0\d|1[0-2])\d{2} ?[A-Z] ?\d{3}/i,
    holds: isRvnr,
    check: 'cross sums',
    near: ['rvnr', 'rentenversicherungsnummer', 'sozialversicherungsnummer', 'versicherungsnummer', 'svnr'],
    score: 0.85,
  }),
  pattern({
    name: 'de-kvnr',
    type: 'MEMBER',
    cites: 'Section 290 SGB V',
    looksLike: /[A-Z]\d{9}/i,
    holds: isKvnr,
    check: 'cross sums',
    near: [
      'kvnr',
      'krankenversicherungsnummer',
      'krankenversichertennummer',
      'krankenkasse',
      'egk',
      'versichertennummer',
    ],
    score: 0.7,
  }),
  pattern({
    name: 'de-lanr',
    type: 'LICENSE',
    cites: 'KBV, Richtlinie nach Section 75 (7) SGB V',
    looksLike: /\d{9}/,
    holds: isLanr,
    check: 'mod10',
    near: ['lanr', 'arztnummer', 'betriebsstättennummer'],
    score: 0.5,
  }),
  pattern({
    name: 'de-id-card',
    type: 'NATIONAL_ID',
    cites: 'Section 5 PAuswG; ICAO Doc 9303',
    looksLike: /[CFGHJ-NPRTV-Z][CFGHJ-NPRTV-Z0-9]{8}\d/i,
    holds: (match) => /\d{3}/.test(match) && mrz731(match),
    check: '7-3-1',
    near: ['personalausweis', 'ausweis', 'ausweisnummer', 'id card', 'identity card'],
    score: 0.6,
  }),
  pattern({
    name: 'de-id-card-labelled',
    type: 'NATIONAL_ID',
    cites: 'Section 5 PAuswG',
    looksLike: /[A-Z][A-Z0-9]{8}/i,
    holds: (match) => /\d/.test(match),
    label: ['personalausweis', 'ausweis', 'ausweisnummer', 'personalausweisnummer'],
    needsContext: true,
    score: 0.6,
  }),
];

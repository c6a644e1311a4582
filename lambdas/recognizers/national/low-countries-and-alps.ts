// SPDX-License-Identifier: Apache-2.0
import { allSame, digitsOf, weightedSum } from '../digits.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

const isBsn = (match: string) =>
  weightedSum(match, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !allSame(match);

/** 97 less the first nine digits modulo 97; births from 2000 put a 2 before them. */
const isRrn = (match: string) => {
  const digits = digitsOf(match).join('');
  const key = Number(digits.slice(9));
  // Unknown days and months are 00; a BIS number adds 20 or 40 to the month.
  if (Number(digits.slice(2, 4)) % 20 > 12 || Number(digits.slice(4, 6)) > 31) return false;
  return [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some((each) => 97 - (Number(each) % 97) === key);
};

const isNifPt = (match: string) => {
  const check = 11 - (weightedSum(match, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (check > 9 ? 0 : check) === digitsOf(match)[8] && !allSame(match);
};

/** EAN-13 with the country's 756. */
const isAhv = (match: string) => weightedSum(match, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;

const isSvnr = (match: string) =>
  weightedSum(match, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitsOf(match)[3];

export const lowCountriesAndAlps: readonly PatternRecognizer[] = [
  pattern({
    name: 'nl-bsn',
    type: 'NATIONAL_ID',
    cites: 'Wet algemene bepalingen burgerservicenummer',
    looksLike: /\d{8,9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3}/,
    holds: (match) => isBsn(digitsOf(match).join('').padStart(9, '0')),
    check: 'mod11',
    near: ['bsn', 'burgerservicenummer', 'sofinummer', 'citizen service'],
    needsContext: true,
    score: 0.65,
  }),
  pattern({
    name: 'be-rrn',
    type: 'NATIONAL_ID',
    cites: 'Wet van 8 augustus 1983 tot regeling van een Rijksregister',
    looksLike: [
      { pattern: 'grouped', regexp: /\d{2}\.\d{2}\.\d{2}[- ]\d{3}[. -]\d{2}/, score: 0.9 },
      { pattern: 'digits', regexp: /\d{11}/ },
    ],
    holds: isRrn,
    check: 'mod97',
    near: [
      'rijksregister',
      'rijksregisternummer',
      'insz',
      'niss',
      'registre national',
      'national number',
      'rrn',
    ],
    score: 0.6,
  }),
  pattern({
    name: 'pt-nif',
    type: 'TAX_ID',
    cites: 'Decreto-Lei 14/2013',
    looksLike: /(?:[1-35689]\d|45)\d ?\d{3} ?\d{3}/,
    holds: isNifPt,
    check: 'mod11',
    near: ['nif', 'contribuinte', 'nipc', 'número fiscal'],
    needsContext: true,
    score: 0.65,
  }),
  pattern({
    name: 'ch-ahv',
    type: 'NATIONAL_ID',
    cites: 'AHVG article 50c; ISO/IEC 15420',
    looksLike: /756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}/,
    holds: isAhv,
    check: 'ean13',
    near: ['ahv', 'avs', 'sozialversicherungsnummer'],
    score: 0.9,
  }),
  pattern({
    name: 'at-svnr',
    type: 'NATIONAL_ID',
    cites: 'ASVG section 460d',
    looksLike: /[1-9]\d{3} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-5])\d{2}/,
    holds: isSvnr,
    check: 'mod11',
    near: ['svnr', 'sozialversicherungsnummer', 'sv-nummer', 'versicherungsnummer', 'e-card'],
    needsContext: true,
    score: 0.7,
  }),
];

// SPDX-License-Identifier: Apache-2.0
import { digitsOf, isDay } from '../digits.ts';
import { luhn } from '../luhn.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';
import { verhoeff } from '../verhoeff.ts';

const two = (match: string, at: number) => Number(match.slice(at, at + 2));

const isZaId = (match: string) => {
  const digits = digitsOf(match).join('');
  return isDay(2000 + two(digits, 0), two(digits, 2), two(digits, 4)) && luhn(digits);
};

export const africa: readonly PatternRecognizer[] = [
  pattern({
    name: 'za-id',
    type: 'NATIONAL_ID',
    cites: 'Identification Act 68 of 1997 (South Africa)',
    looksLike: /\d{6} ?\d{4} ?[0-2][0-9]\d/,
    holds: isZaId,
    check: 'luhn',
    near: ['south african', 'sa id', 'rsa id', 'id number', 'resident'],
    score: 0.75,
  }),
  pattern({
    name: 'ng-nin',
    type: 'NATIONAL_ID',
    cites: 'National Identity Management Commission Act 2007 (Nigeria)',
    looksLike: /\d{11}|\d{4} \d{3} \d{4}/,
    holds: (match) => verhoeff(match) || match.length >= 11,
    label: ['nin', 'bvn', 'national identification', 'national identity', 'national identification number'],
    needsContext: true,
    score: 0.6,
  }),
  pattern({
    name: 'africa-labelled',
    type: 'NATIONAL_ID',
    cites:
      'Registration of Persons Act (Kenya); NIDA (Tanzania); Proclamation 1284/2023 (Ethiopia); Ghana Card Act 750',
    looksLike:
      /\d{8}-\d{5}-\d{5}-\d{2}|GHA-\d{9}-\d|[A-Z]\d{9}[A-Z]|\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{4})?|\d{7,20}|(?=[A-Z]{1,3}-?\d)[A-Z0-9-]{6,16}/i,
    label: [
      'national id',
      'kitambulisho',
      'nida',
      'nida nin',
      'fayda',
      'fayda id',
      'fin',
      'fan',
      'ghana card',
      'huduma',
      'huduma number',
      'maisha',
      'kra pin',
      'id no',
      'kenya id',
      'kenyan id',
      'id number',
    ],
    needsContext: true,
    score: 0.6,
  }),
];

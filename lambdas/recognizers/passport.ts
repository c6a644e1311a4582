// SPDX-License-Identifier: Apache-2.0
import { mrz731 } from './mrz731.ts';
import { pattern } from './recognizer.ts';

const labels = [
  'passport',
  'passport number',
  'passport no',
  'passport #',
  'passport id',
  'travel document',
  'travel passport',
  'reisepass',
  'passnummer',
  'pass-nr',
  'pass nr',
  'pasaporte',
  'passeport',
  'passaporto',
  'paspoort',
  'passaporte',
  'pass',
  '여권',
  '여권번호',
  'paszport',
];

/** The forms of passport numbers that are told from other codes by their letters. */
export const passport = pattern({
  name: 'passport',
  type: 'PASSPORT',
  cites: '45 CFR 164.514(b)(2)(i)(R); ICAO Doc 9303',
  looksLike: [
    // A letter and eight digits (US, and many others), nine digits only where the word stands by.
    { pattern: 'US', regexp: /[A-Z]\d{8}/ },
    { pattern: 'two letters and seven', regexp: /[A-Z]{2}\d{7}/i },
    {
      pattern: 'DE',
      regexp: /[CFGHJ-NPRTV-Z][CFGHJ-NPRTV-Z0-9]{7}\d/,
      holds: (match) => mrz731(match) && /\d{2}/.test(match),
    },
    { pattern: 'KR', regexp: /[MSRODG](?:\d{8}|\d{3}[A-Z]\d{4})/i },
    { pattern: 'IN', regexp: /[A-PR-WY][1-9]\d{6}/ },
    { pattern: 'ES', regexp: /[A-Z]{3}\d{6}/i },
    { pattern: 'nine digits', regexp: /\d{9}/, needsContext: true },
    { pattern: 'series and number', regexp: /\d{2} \d{7}|\d{2} \d{2} \d{6}/, needsContext: true },
    {
      pattern: 'any',
      regexp: /(?=[A-Z]{0,3}\d)[A-Z0-9]{6,10}/i,
      needsContext: true,
      holds: (match) => /\d{4}/.test(match),
    },
  ],
  near: labels,
  score: 0.55,
});

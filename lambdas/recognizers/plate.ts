// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

const labels = [
  'license plate',
  'licence plate',
  'plate',
  'plates',
  'plate number',
  'plate no',
  'license plates',
  'number plate',
  'tag number',
  'registration',
  'vehicle registration',
  'reg',
  'vrm',
  'rego',
  'kennzeichen',
  'matrícula',
  'matricula',
  'immatriculation',
  'targa',
  'plaka',
  'plaka numarası',
  'plakası',
  'kenteken',
  'car registration',
];

export const plate = pattern({
  name: 'plate',
  type: 'PLATE',
  cites: '45 CFR 164.514(b)(2)(i)(L)',
  looksLike: /[A-Z0-9]{1,4}(?:[- ·]?[A-Z0-9]{1,4}){1,2}/,
  holds: (match) => /\d/.test(match) && /^[A-Z0-9 ·-]{4,11}$/.test(match) && !/^(?:19|20)\d{2}$/.test(match),
  label: labels,
  needsContext: true,
  score: 0.6,
});

/** National forms that are plain enough to stand in a cell of their own, or beside a word about vehicles. */
export const nationalPlate = pattern({
  name: 'plate-national',
  type: 'PLATE',
  cites:
    'DVLA INF104; Central Motor Vehicles Rules 1989 (IN); Karayolları Trafik Yönetmeliği (TR); FRSC (NG)',
  looksLike: [
    {
      pattern: 'GB current',
      regexp: /[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[12]\d|5[1-9]|[67]\d) ?[A-HJ-PR-Z]{3}/i,
    },
    { pattern: 'GB prefix', regexp: /[A-HJ-NPR-TV-Y]\d{1,3} ?[A-HJ-PR-Z]{3}/i },
    { pattern: 'GB suffix', regexp: /[A-HJ-PR-Z]{3} ?\d{1,3}[A-HJ-NPR-TV-Y]/i },
    {
      pattern: 'IN',
      regexp:
        /(?:A[NPRS]|BR|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[GNRS]|U[APK]|WB)[- ]?\d{1,2}[- ]?[A-Z]{1,3}[- ]?\d{4}/,
      needsContext: false,
    },
    { pattern: 'IN armed forces', regexp: /[A-Z]\d{5}/ },
    {
      pattern: 'TR',
      regexp: /(?:0[1-9]|[1-7]\d|8[01]) ?(?:[A-Z] ?\d{4,5}|[A-Z] ?\d{3}|[A-Z]{2} ?\d{3,4}|[A-Z]{3} ?\d{2,4})/,
    },
    { pattern: 'NG', regexp: /[A-Z]{3}[- ]?\d{2,3}[- ]?[A-Z]{2}/ },
    { pattern: 'US', regexp: /\d[A-Z]{3}\d{3}|[A-Z]{3}[- ]\d{4}/ },
  ],
  // "x3 wks", "T12 and": a space before small letters is prose.
  holds: (match) => !/\s[a-z]+$/.test(match) || /^[a-z]{2}\d{2} [a-z]{3}$/.test(match),
  near: [...labels, 'vehicle', 'car', 'bike', 'truck', 'van', 'parked', 'araç', 'motorcycle'],
  needsContext: true,
  alone: true,
  score: 0.6,
});

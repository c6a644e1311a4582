// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from './digits.ts';
import { pattern } from './recognizer.ts';

export const driverLicense = pattern({
  name: 'driver-license',
  type: 'DRIVER_LICENSE',
  cites: '45 CFR 164.514(b)(2)(i)(K); AAMVA DL/ID Card Design Standard',
  looksLike:
    /[A-Za-z*]{0,8}-?\d{2,14}(?:[- ]?(?=[A-Z0-9]{0,8}\d)[A-Z0-9]{1,8}){0,4}|[A-Z]{1,3} \d{2,14}(?:[- ]?\d{1,8}){0,4}/,
  holds: (match) => digitsOf(match).length >= 4 && !/^(?:19|20)\d{2}$/.test(match),
  label: [
    "driver's license",
    'drivers license',
    'driver license',
    "driver's licence",
    'driving licence',
    'driving license',
    'driver licence',
    'drivers licence',
    "driver's lic",
    'dl',
    'dl #',
    'dl#',
    'dln',
    'd.l.',
    "driver's permit",
    'state id',
    'state identification',
    'führerschein',
    'führerscheinnummer',
    'permiso de conducir',
    'carnet de conducir',
    'permis de conduire',
    'patente',
    'patente di guida',
    'rijbewijs',
    'operator license',
    'oln',
    'license',
  ],
  needsContext: true,
  score: 0.65,
});

/** One letter and eight digits, the commonest form among the states (AL to WV differ), even without a word. */
export const stateLicense = pattern({
  name: 'driver-license-state',
  type: 'DRIVER_LICENSE',
  cites: 'AAMVA DL/ID Card Design Standard',
  looksLike: [
    { pattern: 'letter and eight', regexp: /[A-Z]\d{8}/ },
    {
      pattern: 'letter and twelve',
      regexp: /[A-Z]\d{3}-?\d{4}-?\d{4,5}|[A-Z]\d{3}-\d{3}-\d{2}-\d{3}-\d|[A-Z]-?\d{3}-\d{3}-\d{3}-\d{3}/,
    },
  ],
  near: ['driver', 'license', 'licence', 'dl', 'dmv', 'state id'],
  score: 0.5,
});

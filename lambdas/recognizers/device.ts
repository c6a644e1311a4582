// SPDX-License-Identifier: Apache-2.0
import { luhn } from './luhn.ts';
import { pattern } from './recognizer.ts';

/** A unique device identifier in its human readable form: GTIN, then lot, serial and dates. */
export const udi = pattern({
  name: 'udi',
  type: 'DEVICE',
  cites: '21 CFR 801.40; GS1 General Specifications',
  looksLike:
    /\(01\) ?\d{14}(?:\s?\((?:1[0-7]|21|24\d)\) ?[!-'*-.0-9A-Z_a-z]{1,20}){0,6}|\(21\) ?[!-'*-.0-9A-Z_a-z]{4,20}/,
  edges: 'open',
  score: 0.95,
});

export const imei = pattern({
  name: 'imei',
  type: 'DEVICE',
  cites: '3GPP TS 23.003 section 6.2',
  looksLike: /\d{15}|\d{2}[- ]\d{6}[- ]\d{6}[- ]\d/,
  holds: luhn,
  check: 'luhn',
  near: ['imei', 'phone', 'handset', 'device', 'meid'],
  needsContext: true,
  score: 0.6,
});

/** Serial numbers of implants, pumps and other devices, beside the word. */
export const serial = pattern({
  name: 'device-serial',
  type: 'DEVICE',
  cites: '45 CFR 164.514(b)(2)(i)(M)',
  looksLike: /(?=[A-Z-]{0,10}\d)[A-Z0-9]{1,20}(?:[-/.:][A-Z0-9]{1,20}){0,5}/i,
  holds: (match) => /\d/.test(match) && match.length >= 4,
  label: [
    'serial',
    'serial number',
    'serial no',
    'serial #',
    's/n',
    'sn',
    'device id',
    'device identifier',
    'device serial',
    'device serial number',
    'device number',
    'implant serial',
    'pacemaker serial',
    'lot number',
    'lot no',
    'lot #',
    'udi',
    'udi-di',
    'imei',
    'meid',
    'iccid',
    'imsi',
    'asset tag',
    'pump serial',
    'lead serial',
    'seriennummer',
    'device no',
  ],
  needsContext: true,
  score: 0.6,
});

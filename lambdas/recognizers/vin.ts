// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

const values = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** 49 CFR 565.15(c): transliterated letters, weights, modulo 11 in the ninth place. */
export const isVin = (match: string): boolean => {
  const vin = match.toUpperCase();
  const sum = weights.reduce(
    (total, weight, at) => total + weight * (values.indexOf(vin.charAt(at)) % 10),
    0,
  );
  return vin.charAt(8) === '0123456789X'.charAt(sum % 11) && /\d/.test(vin) && /[A-Z]/.test(vin);
};

const shape = /(?=[A-Z]{0,16}\d)[A-HJ-NPR-Z0-9]{13}\d{4}/i;

export const vin = pattern({
  name: 'vin',
  type: 'VIN',
  cites: '49 CFR 565.15; ISO 3779',
  looksLike: shape,
  holds: isVin,
  check: 'vin',
  near: ['vin', 'vehicle', 'car', 'truck', 'chassis'],
  score: 0.8,
});

/** Vehicles made for other markets carry no check digit. */
export const labelledVin = pattern({
  name: 'vin-labelled',
  type: 'VIN',
  cites: 'ISO 3779',
  looksLike: /[A-HJ-NPR-Z0-9]{11,17}/i,
  label: [
    'vin',
    'vehicle identification number',
    'vehicle id',
    'chassis number',
    'chassis',
    'fahrgestellnummer',
    'fin',
  ],
  holds: (match) => /\d{3}/.test(match),
  needsContext: true,
  score: 0.7,
});

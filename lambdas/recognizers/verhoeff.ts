// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from './digits.ts';

const multiply = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
].map((row) => Array.from(row, Number));
const permute = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
].map((row) => Array.from(row, Number));

/** Verhoeff's dihedral check (Aadhaar): the last digit is the check digit. */
export const verhoeff = (text: string): boolean =>
  digitsOf(text)
    .reverse()
    .reduce((check, digit, at) => multiply[check]?.[permute[at % 8]?.[digit] ?? 0] ?? 0, 0) === 0;

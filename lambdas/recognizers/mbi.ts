// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

const letter = '[AC-HJKMNP-RT-Y]';
const either = '[0-9AC-HJKMNP-RT-Y]';

export const mbi = pattern({
  name: 'mbi',
  type: 'MBI',
  cites: 'CMS, Understanding the Medicare Beneficiary Identifier format (MACRA section 501)',
  looksLike: new RegExp(`[1-9]${letter}${either}\\d([- ]?)${letter}${either}\\d\\1${letter}{2}\\d{2}`, 'i'),
  near: ['mbi', 'medicare', 'beneficiary', 'hicn', 'cms'],
  score: 0.9,
});

// SPDX-License-Identifier: Apache-2.0
import type { IdentifierType } from '../records/identifier.ts';
import { legible } from './normalise.ts';

const lettersAndDigits = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
const words = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const address = (text: string): string => text.replaceAll(/[\s\u200B-\u200D\u2060]/g, '').toLowerCase();

/** Digits, without the North American 1 and with an extension told apart. */
function phone(text: string): string {
  const [number = '', extension = ''] = text.toLowerCase().split(/(?:ext\.?|x|#)\s?(?=\d)/);
  const digits = number.replaceAll(/\D/g, '');
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return `${national}x${extension.replaceAll(/\D/g, '')}` + (digits === '' ? words(text) : '');
}

/** Numbers of a known length: what stands between their characters says nothing. Of others ("1/12", "11/2") it does. */
const ofKnownLength: ReadonlySet<IdentifierType> = new Set([
  'SSN',
  'ITIN',
  'EIN',
  'CARD',
  'IBAN',
  'BIC',
  'ROUTING',
  'NPI',
  'DEA',
  'MBI',
  'VIN',
  'PASSPORT',
  'NATIONAL_ID',
  'TAX_ID',
]);

/** The same for every spelling of one value: case, spacing and punctuation do not make another e-mail, phone or card. */
export function canonical(type: IdentifierType, written: string): string {
  const text = legible(written);
  if (type === 'PHONE' || type === 'FAX') return phone(text);
  if (type === 'EMAIL' || type === 'IP' || type === 'MAC') return address(text);
  if (type === 'URL' || type === 'USERNAME' || type === 'CRYPTO') return text.trim();
  if (ofKnownLength.has(type)) return lettersAndDigits(text) || text;
  return words(text) || text;
}

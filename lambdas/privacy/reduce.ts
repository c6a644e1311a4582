// SPDX-License-Identifier: Apache-2.0
import { isRestrictedZip } from '../recognizers/zip3.ts';
import type { IdentifierType } from '../records/identifier.ts';
import { writtenDate } from './written-date.ts';

const oldest = 89;
const ageWords =
  /\b(?:ninety(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|(?:one|a)[\s-]hundred(?:[\s-](?:and[\s-])?\w{3,9})?)\b/i;

/** "93-year-old" → "90+-year-old" (45 CFR 164.514(b)(2)(i)(C)); an age up to 89 is no identifier and stays. */
function age(text: string): string | undefined {
  const found = /\d{1,4}/.exec(text) ?? ageWords.exec(text);
  if (found === null) return undefined;
  const after = text.slice(found.index + found[0].length);
  if (/\d/.test(after)) return '90+';
  return Number(found[0]) <= oldest ? text : `${text.slice(0, found.index)}90+${after}`;
}

/** ZIP → its first three digits, `000` where those hold 20,000 people or fewer (45 CFR 164.514(b)(2)(i)(B)). */
function zip(text: string): string | undefined {
  const digits = /^\s*(\d{3})\d{2}(?:[-\s]?\d{4})?\s*$/.exec(text)?.[1];
  return digits === undefined ? undefined : isRestrictedZip(digits) ? '000' : `${digits}**`;
}

function year(text: string): string | undefined {
  const written = writtenDate(text)?.day.year;
  return written === undefined ? undefined : String(written);
}

/** What is left of a value under `generalise`; undefined if it cannot be read, so that it must be replaced whole. */
export function generalised(type: IdentifierType, text: string): string | undefined {
  if (type === 'AGE') return age(text);
  if (type === 'ZIP') return zip(text);
  return type === 'DATE' ? year(text) : undefined;
}

/** A card number's last four digits, the most that may be shown (PCI DSS 3.4.1); undefined if it has no more than these. */
export function masked(text: string): string | undefined {
  const digits = text.normalize('NFKC').replaceAll(/\D/g, '');
  return digits.length < 12 || digits.length > 19 ? undefined : `••••${digits.slice(-4)}`;
}

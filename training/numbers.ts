// SPDX-License-Identifier: Apache-2.0
import { letters } from './coined.ts';
import { person } from './persons.ts';
import type { Random } from './random.ts';
import { monthsAndDays } from './words/things.ts';

/** A number from 1 to `limit`. */
export const upTo = (random: Random, limit: number): number => 1 + random.below(limit);
export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(random.below(10))).join('');
const letter = (random: Random): string => random.pick(letters);
const two = (number: number): string => String(number).padStart(2, '0');

function date(random: Random): string {
  const day = upTo(random, 28);
  const month = upTo(random, 12);
  const year = 1930 + random.below(97);
  const name = monthsAndDays[month - 1] ?? '';
  const short = name.slice(0, 3);
  const ordinal = `${String(day)}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`;
  return random.pick([
    `${name} ${day}, ${year}`,
    `${name} ${ordinal}, ${year}`,
    `${name} ${ordinal}`,
    `${name} ${day}`,
    `${two(month)}/${two(day)}/${year}`,
    `${month}/${day}/${two(year % 100)}`,
    `${year}-${two(month)}-${two(day)}`,
    `${day} ${name} ${year}`,
    `${short} ${day}, ${year}`,
    `${short} ${day}`,
    `${day}-${short}-${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${name} ${year}`,
    `${ordinal} of ${name}`,
    `${short} ${ordinal}, ${year}`,
    `${month}/${day}`,
  ]);
}

const phone = (random: Random): string =>
  random.pick([
    `${digits(random, 3)}-${digits(random, 3)}-${digits(random, 4)}`,
    `(${digits(random, 3)}) ${digits(random, 3)}-${digits(random, 4)}`,
    `+${upTo(random, 99)} ${digits(random, 3)} ${digits(random, 3)} ${digits(random, 3)}`,
    `0${digits(random, 4)} ${digits(random, 6)}`,
    `${digits(random, 3)}.${digits(random, 3)}.${digits(random, 4)}`,
  ]);

function email(random: Random): string {
  const { given, family } = person(random);
  const mail = random.pick([
    'gmail.com',
    'yahoo.com',
    'hotmail.com',
    'example.org',
    'hospital.org',
    'aol.com',
    'company.co.uk',
  ]);
  const local = random.pick([
    `${given}.${family}`,
    `${given[0] ?? ''}${family}`,
    `${given}${digits(random, 2)}`,
    `${given}_${family}`,
  ]);
  return `${local.replace(/[^A-Za-z0-9._]/g, '').toLowerCase()}@${mail}`;
}

/** Figures that stand beside names; none is found by the tagger. */
export const figures: Readonly<Record<string, (random: Random) => string>> = {
  date,
  year: (random) => String(1950 + random.below(76)),
  age: (random) => String(upTo(random, 96)),
  num: (random) => String(upTo(random, 500)),
  num2: (random) => String(upTo(random, 99)),
  num3: (random) => String(upTo(random, 250)) + (random.chance(0.1) ? random.pick(['A', 'b', 'a', 'B']) : ''),
  num4: (random) => String(upTo(random, random.pick([50, 999, 9999]))),
  dose: (random) =>
    `${random.pick([5, 10, 20, 25, 40, 50, 81, 100, 250, 500])} ${random.pick(['mg', 'mcg', 'units', 'mL', 'mg daily', 'mg BID', 'mg PO q.d.', 'mg twice daily', 'mg at bedtime'])}`,
  time: (random) => `${upTo(random, 12)}:${two(random.below(60))} ${random.pick(['AM', 'PM', 'am', 'p.m.'])}`,
  money: (random) =>
    random.pick([
      `$${upTo(random, 5000)}`,
      `${upTo(random, 900)} pounds`,
      `£${upTo(random, 900)}`,
      `€${upTo(random, 900)}`,
      `${upTo(random, 900)} dollars`,
      `$${upTo(random, 90)}.${two(random.below(100))}`,
      `${upTo(random, 90)}k`,
    ]),
  mrn: (random) =>
    random.pick([
      digits(random, 7),
      digits(random, 9),
      `${letter(random)}${letter(random)}-${digits(random, 6)}`,
      `#${digits(random, 8)}`,
      `${digits(random, 4)}-${digits(random, 4)}`,
      `MRN-${digits(random, 6)}`,
    ]),
  code: (random) =>
    random.pick([
      `HP-${digits(random, 6)}`,
      `#${letter(random)}${letter(random)}-${digits(random, 6)}`,
      `${letter(random)}${letter(random)}${letter(random)}-${digits(random, 3)}-${digits(random, 4)}`,
      digits(random, 10),
    ]),
  card: (random) => digits(random, 16),
  iban: (random) => `${letter(random)}${letter(random)}${digits(random, 20)}`,
  zip: (random) => digits(random, 5),
  phone,
  email,
  sex: (random) =>
    random.pick([
      'male',
      'female',
      'man',
      'woman',
      'boy',
      'girl',
      'M',
      'F',
      'gentleman',
      'lady',
      'patient',
      'child',
      'infant',
    ]),
  person1: (random) => random.pick(['patient', 'pt', 'client', 'case', 'individual', 'adult', 'adolescent']),
  he: (random) => random.pick(['He', 'She', 'The patient', 'Patient', 'Pt', 'They']),
  his: (random) => random.pick(['his', 'her', 'their']),
};

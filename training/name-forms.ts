// SPDX-License-Identifier: Apache-2.0
import type { Person } from './persons.ts';
import type { Random } from './random.ts';

const first = (name: string) => Array.from(name)[0] ?? '';
const particles = [
  'van',
  'van der',
  'van den',
  'von',
  'de',
  'de la',
  'del',
  'da',
  'dos',
  'di',
  'la',
  'le',
  'bin',
  'ibn',
  'al',
  'ben',
  'ter',
  'zu',
  'della',
  "d'",
  'Mac',
  'St.',
];
const honorifics = ['Mr.', 'Mrs.', 'Ms.', 'Mr', 'Mrs', 'Ms', 'Miss', 'Mr.', 'Ms.', 'Mrs.'];
const doctors = ['Dr.', 'Dr.', 'Dr.', 'Dr.', 'Dr', 'Doctor', 'Prof.', 'DR.', 'Drs.'];
const degrees = [
  'MD',
  'M.D.',
  'DO',
  'D.O.',
  'RN',
  'NP',
  'PA-C',
  'PhD',
  'MD, PhD',
  'FACC',
  'DDS',
  'LCSW',
  'PharmD',
  'Esq.',
  'CPA',
  'MBA',
  'FNP-BC',
  'MPH',
];
const suffixes = ['Jr.', 'Sr.', 'Jr', 'III', 'II', 'IV', 'Sr'];

type Form = (who: Person, random: Random) => string;
const weighted = (table: readonly (readonly [number, Form])[]): readonly Form[] =>
  table.flatMap(([times, form]) => Array.from({ length: times }, () => form));

const plainFull: Form = ({ given, family }) => `${given} ${family}`;
const shortened: Form = ({ given, family }) => `${given} ${first(family).toUpperCase()}.`;
const joiner = (particle: string) => (particle === "d'" || particle === 'Mac' ? '' : ' ');
const withParticle: Form = ({ given, family }, random) => {
  const particle = random.pick(particles);
  return `${given} ${particle}${joiner(particle)}${family}`;
};

/** Forms of a whole name, as often as they are met. */
export const fullForms = weighted([
  [46, plainFull],
  [5, ({ given, middle, family }) => `${given} ${middle}. ${family}`],
  [2, ({ given, middle, family }) => `${given} ${middle} ${family}`],
  [3, ({ given, second, family }) => `${given} ${second} ${family}`],
  [2, ({ given, family, otherFamily }) => `${given} ${family}-${otherFamily}`],
  [2, ({ given, family, otherFamily }) => `${given} ${family} ${otherFamily}`],
  [1, ({ given, second, family }) => `${given}-${second} ${family}`],
  [4, withParticle],
  [2, ({ given, family }) => `${given} O'${family}`],
  [1, ({ given, family }) => `${given} Mc${family}`],
  [2, ({ given, family }) => `${family} ${given}`],
  [1, ({ given, family }, random) => `${given} ${family} ${random.pick(suffixes)}`],
  [1, ({ given, family }, random) => `${given} ${family}, ${random.pick(suffixes)}`],
  [1, ({ given, second, family }) => `${given} "${second}" ${family}`],
  [1, ({ given, second, family }) => `${given} (${second}) ${family}`],
]);

export const shortForms = weighted([
  [10, shortened],
  [3, ({ given, family }) => `${given} ${first(family).toUpperCase()}`],
  [4, ({ given, family }) => `${first(given)}. ${family}`],
  [1, ({ given, family }) => `${first(given)} ${family}`],
  [1, ({ given, middle, family }) => `${first(given)}.${middle}. ${family}`],
  [1, ({ given, middle, family }) => `${first(given)}. ${middle}. ${family}`],
  [1, ({ given, family }) => `${first(given)}.${first(family).toUpperCase()}.`],
]);

export const sortedForms = weighted([
  [4, ({ given, family }) => `${family}, ${given}`],
  [3, ({ given, family }) => `${family.toUpperCase()}, ${given}`],
  [2, ({ given, family }) => `${family.toUpperCase()}, ${given.toUpperCase()}`],
  [2, ({ given, middle, family }) => `${family}, ${given} ${middle}.`],
  [1, ({ given, middle, family }) => `${family.toUpperCase()}, ${given.toUpperCase()} ${middle}`],
  [1, ({ given, family }) => `${family.toUpperCase()} ${given}`],
  [1, ({ given, family }) => `${given} ${family.toUpperCase()}`],
  [1, ({ given, family }) => `${family}, ${first(given)}.`],
]);

export const politeForms = weighted([
  [8, ({ family }, random) => `${random.pick(honorifics)} ${family}`],
  [3, ({ given, family }, random) => `${random.pick(honorifics)} ${given} ${family}`],
  [3, ({ given, family }, random) => `${random.pick(honorifics)} ${given} ${first(family).toUpperCase()}.`],
  [1, ({ given }, random) => `${random.pick(honorifics)} ${given}`],
  [1, ({ family }, random) => `${random.pick(honorifics)} ${first(family).toUpperCase()}.`],
  [1, ({ given, family }, random) => `${random.pick(honorifics)} ${first(given)}. ${family}`],
]);

export const doctorForms = weighted([
  [9, ({ family }, random) => `${random.pick(doctors)} ${family}`],
  [6, ({ given, family }, random) => `${random.pick(doctors)} ${given} ${family}`],
  [2, ({ given, family }, random) => `${random.pick(doctors)} ${given} ${first(family).toUpperCase()}.`],
  [1, ({ given, family }, random) => `${random.pick(doctors)} ${first(given)}. ${family}`],
  [1, ({ given, middle, family }, random) => `${random.pick(doctors)} ${given} ${middle}. ${family}`],
  [1, ({ family }, random) => `${random.pick(doctors)} ${first(family).toUpperCase()}.`],
  [1, ({ family, otherFamily }, random) => `${random.pick(doctors)} ${family}-${otherFamily}`],
  [1, ({ family }, random) => `${random.pick(doctors)}\n${family}`],
]);

/** "Maria Lopez, MD": the degree is not part of the name. */
export const degree = (random: Random): string => random.pick(degrees);

/** How a name came to be written: mostly as it is, sometimes in capitals or without any. */
export function written(random: Random, name: string): string {
  const luck = random.next();
  if (luck < 0.05) return name.toUpperCase();
  if (luck < 0.065) return name.toLowerCase();
  return name;
}

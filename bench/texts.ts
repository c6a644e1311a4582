// SPDX-License-Identifier: Apache-2.0
import { type Random, random } from '../training/random.ts';

const given = [
  'Anna',
  'Tomasz',
  'Leila',
  'Marcus',
  'Ingrid',
  'Rafael',
  'Mei',
  'Oluwaseun',
  'Priya',
  'Declan',
];
const family = [
  'Keller',
  'Okafor',
  'Lindqvist',
  'Moreau',
  'Castellano',
  'Novak',
  'Haddad',
  'Whitcombe',
  'Tanaka',
];
const places = [
  'Lakeside Clinic',
  'St. Brigid Hospital',
  'Fairmont',
  'Cedar Hollow',
  'Northgate Medical Center',
];
const months = ['January', 'March', 'April', 'June', 'August', 'October', 'December'];

const name = (from: Random): string => `${from.pick(given)} ${from.pick(family)}`;
const date = (from: Random): string => `${from.pick(months)} ${1 + from.below(28)}, ${2019 + from.below(7)}`;
const digits = (from: Random, count: number): string =>
  Array.from({ length: count }, () => from.below(10)).join('');

type Sentence = (from: Random) => string;
const identified: readonly Sentence[] = [
  (from) => `${name(from)} was seen at ${from.pick(places)} on ${date(from)} for a cough of two weeks.`,
  (from) => `Her record number is MRN ${digits(from, 7)}, and her phone is (212) 555-01${digits(from, 2)}.`,
  (from) =>
    `Mr. ${from.pick(family)} was born on ${date(from)} and lives at ${1 + from.below(900)} Maple Street.`,
  (from) =>
    `Please send the report to ${from.pick(given).toLowerCase()}.${digits(from, 3)}@example.org today.`,
  (from) => `Dr. ${from.pick(family)} asked for a follow-up on ${date(from)}.`,
];
const plain: readonly Sentence[] = [
  () => 'The lungs are clear on both sides, and there is no wheeze.',
  (from) => `Blood pressure was ${110 + from.below(50)}/${60 + from.below(30)}, and the pulse was regular.`,
  () => 'The patient has no known allergies and does not smoke.',
  () => 'A chest film showed no infiltrate, and the white count was within normal limits.',
  (from) =>
    `Lisinopril was continued, and the hemoglobin A1c had fallen to ${5 + from.below(4)}.${from.below(10)}.`,
  () => 'She walks without help and sleeps well, with some pain in the left knee after long days.',
  () => 'The plan is to review in six weeks, or sooner if the fever comes back.',
  () => 'History of Parkinson disease in a parent, otherwise the family history adds nothing.',
];

/** A clinical note of about so many characters, a sentence in four with identifiers: the same seed, the same note. */
export function note(seed: number, length: number): string {
  const from = random(seed);
  const parts: string[] = [];
  for (let written = 0; written < length;) {
    const sentence = from.pick(from.chance(0.25) ? identified : plain)(from);
    parts.push(sentence);
    written += sentence.length + 1;
  }
  return parts.join(' ').slice(0, length);
}

/** What a requester sends: a question, and the beginning of a note. */
export const prompt = (seed: number, length = 500): string =>
  `Please summarise this visit in two sentences. ${note(seed, length)}`.slice(0, length);

/** Beginnings of what recognizers look for, without their ends, and what they look for, too often. */
const pieces = [
  'Dr. ',
  'Anna ',
  'Keller, ',
  'MRN: ',
  'SSN ',
  '12/12/2020 ',
  'March 3, ',
  'the 9th ',
  'seen at ',
  'Hospital ',
  'moved from ',
  'County ',
  'he was 97 ',
  'one two three ',
  '1 2 3 - ',
  '4111 1111 1111 1111 ',
  'DE89 3704 ',
  '(212) ',
  '@x.example ',
  'http://a.b/',
  '{"name": "',
  'PID|1||',
  '| a | b |\n',
  'QUJDREVGR0hJSktM',
  '%41%20',
  '%25',
  '&amp;',
  '\\u0041',
  '=',
  ',,',
  'a-\n',
  '\r\n',
  '\u0663',
  '\ufb01',
  '\u202e',
  '\u05e9 ',
  '\u5317',
];

/** Inputs that make backtracking, quadratic joins and endless retries show, `length` characters each. */
export function nasty(length: number, seed: number, count: number): [name: string, text: string][] {
  const repeat = (text: string): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
  const fixed = [
    'a',
    '1',
    ' ',
    '\n',
    '-',
    '1-',
    '1 ',
    'A.',
    '@',
    'a@',
    'a.b@c.',
    '(',
    '[',
    '[NAME_1_',
    '%41',
    '&#65;',
  ]
    .concat([
      '\u200b',
      'e\u0301',
      'http://',
      'A B ',
      'Dr. ',
      '12/',
      '0x',
      'AAAA=',
      '\u{1f600}',
      '"{',
      '|^~',
      '\t,',
    ])
    .map((unit): [string, string] => [JSON.stringify(unit), repeat(unit)]);
  const from = random(seed);
  const alphabet = [
    'a',
    'Z',
    '0',
    '9',
    ' ',
    '-',
    '.',
    '@',
    '/',
    ':',
    '(',
    '[',
    '_',
    '\n',
    ',',
    '%',
    '&',
    '#',
    'é',
    '\u200b',
  ];
  const drawn = Array.from({ length: count }, (_, index): [string, string] => {
    const unit = Array.from({ length: 1 + from.below(12) }, () => from.pick(alphabet)).join('');
    return [`drawn ${index} ${JSON.stringify(unit)}`, repeat(unit)];
  });
  const worded = Array.from({ length: count }, (_, index): [string, string] => {
    const unit = Array.from({ length: 1 + from.below(5) }, () => from.pick(pieces)).join('');
    return [`pieces ${index} ${JSON.stringify(unit)}`, repeat(unit)];
  });
  return [...fixed, ...drawn, ...worded];
}

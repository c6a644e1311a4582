// SPDX-License-Identifier: Apache-2.0
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Finding } from '../records/finding.ts';
import { lexicon, surroundings } from './context.ts';
import { digitsOf } from './digits.ts';
import { pattern, type Recognizer } from './recognizer.ts';
import { widest } from './widest.ts';

const before = '(?<![A-Za-z0-9+]|[0-9][-./]|[$€£¥#])';
const extension = '(?:,?\\s?(?:ext\\.?|extension|x|#)\\s?\\d{1,6})?';
const after = `${extension}(?![A-Za-z0-9]|[-./]\\d|%)`;
const shape = (source: string) => new RegExp(`${before}${source}${after}`, 'i');

const count = (match: string) => digitsOf(match.replace(/(?:ext|x|#).*/i, '')).length;
const between = (least: number, most: number) => (match: string) =>
  count(match) >= least && count(match) <= most;

/** A number that some country's plan could hold, by length (ITU-T E.164), else one of a usual length. */
const isInternational = (match: string) =>
  (parsePhoneNumberFromString(match)?.isPossible() ?? false) || between(9, 15)(match);

/** No digit standing for all, and not a date in disguise (20240315, 2024 03 15). */
const isPlain = (match: string) => {
  const digits = digitsOf(match).join('');
  return (
    !/^(\d)\1+$/.test(digits) && !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)
  );
};

const shapes = pattern({
  name: 'phone',
  type: 'PHONE',
  cites: '45 CFR 164.514(b)(2)(i)(D); ITU-T E.164; NANPA numbering plan',
  looksLike: [
    {
      pattern: 'international',
      regexp: shape(
        '(?:\\+|\\b00(?=[1-9]))\\d{1,3}[-. ]?(?:\\(0?\\d{1,5}\\)[-. ]?)?\\d{1,12}(?:[-. /]?\\d{1,8}){0,7}',
      ),
      holds: isInternational,
      score: 0.9,
    },
    {
      pattern: 'north american',
      regexp: shape(
        '(?:(?:\\+?[18]|001)[-. ]{0,3})?(?:\\(\\d{3}\\)[-. ]{0,3}|\\d{3}[-. ]\\s?)\\d{3}[-. ]\\s?(?:\\d{4}|\\d{2}[- ]\\d{2})',
      ),
      holds: isPlain,
      score: 0.85,
    },
    {
      pattern: 'run together',
      regexp: shape('\\(\\d{3}\\) ?\\d{7}|\\d{3}-\\d{7}'),
      holds: isPlain,
      score: 0.7,
    },
    // A trunk zero and groups: most of the world at home.
    {
      pattern: 'trunk zero',
      regexp: shape('(?<!\\d )\\(?0\\d{0,5}\\)?(?:[-. /]\\d{2,8}){1,5}'),
      holds: (match) =>
        between(9, 12)(match) &&
        isPlain(match) &&
        !/^\d{2}([-./ ])\d{2}\1\d{4}|^\d{4,5}-\d{3,4}-\d{1,2}$/.test(match),
      score: 0.6,
    },
    { pattern: 'mobile', regexp: shape('(?:0?5\\d{2}|0[2-5]\\d{2}) \\d{3} \\d{2} \\d{2}'), score: 0.7 },
    { pattern: 'local 555', regexp: shape('(?<!\\d )555[-. ]\\d{4}'), score: 0.7 },
    { pattern: 'local', regexp: shape('\\d{3}[-. ]\\d{4}'), needsContext: true, score: 0.5 },
    {
      pattern: 'digits',
      regexp: shape('(?:1?[2-9]\\d{9}|0\\d{8,11})'),
      holds: isPlain,
      needsContext: true,
      score: 0.55,
    },
    {
      pattern: 'grouped',
      regexp: shape('\\(?\\d{1,5}\\)?(?:[-. /]{1,2}\\(?\\d{2,8}\\)?){1,5}'),
      holds: (match) => between(6, 13)(match) && isPlain(match),
      needsContext: true,
      score: 0.5,
    },
  ],
  near: [
    'phone',
    'phone number',
    'phones',
    'telephone',
    'tel',
    'tel.',
    'tele',
    'telefon',
    'telefono',
    'teléfono',
    'téléphone',
    'telefoon',
    'cell',
    'cellphone',
    'mobile',
    'mob',
    'handy',
    'call',
    'called',
    'calling',
    'callback',
    'call back',
    'contact',
    'contact number',
    'fax',
    'facsimile',
    'pager',
    'beeper',
    'text',
    'sms',
    'whatsapp',
    'dial',
    'hotline',
    'helpline',
    'reach',
    'reached',
    'ring',
    'voicemail',
    'landline',
    'móvil',
    'movil',
    'celular',
    'portable',
    'cep',
    'numaram',
    'telepono',
    'телефон',
    'тел',
    'điện thoại',
    'di động',
    'số điện thoại',
    'ucingo',
    'selfoon',
    'simu',
    'ስልክ',
    'मोबाइल',
    'फोन',
    'మొబైల్',
    '電話',
    '电话',
    '전화',
    '携帯',
    'ph',
    'emergency contact',
    'israeli number',
    'japanese number',
    'us number',
    'my number',
    'number is',
    'answering',
    'answering at',
    'message',
    'messages',
    'texts',
    'number to',
    'registered',
  ],
  edges: 'open',
  alone: false,
  score: 0.7,
});

/** A number of its own line or cell: enough for national numbers without a mark. */
const alone = pattern({
  name: 'phone',
  type: 'PHONE',
  cites: '45 CFR 164.514(b)(2)(i)(D); ITU-T E.164',
  looksLike: [{ pattern: 'alone', regexp: /0[1-9]\d{8,9}|[2-59]\d{9}/ }],
  near: ['phone'],
  needsContext: true,
  alone: true,
  score: 0.5,
});

/** Seven digits are a telephone number only right behind its label. */
const sevenDigits = pattern({
  name: 'phone',
  type: 'PHONE',
  cites: '45 CFR 164.514(b)(2)(i)(D)',
  looksLike: [{ pattern: 'seven digits', regexp: /\d{7}/ }],
  label: [
    'phone',
    'phone number',
    'tel',
    'telephone',
    'cell',
    'mobile',
    'call',
    'fax',
    'pager',
    'contact number',
  ],
  needsContext: true,
  score: 0.55,
});

const extensionNumber = pattern({
  name: 'phone',
  type: 'PHONE',
  cites: '45 CFR 164.514(b)(2)(i)(D)',
  looksLike: [
    {
      pattern: 'extension',
      regexp:
        /\b(?:ext\.?|extension|pager(?: number| no\.?| #)?|beeper)\s?[:#]?\s?(?<value>\d{3,6})(?![\d-]|\.\d)/i,
    },
  ],
  edges: 'open',
  score: 0.75,
});

const fax = lexicon([
  { label: ['fax', 'faxed to', 'fax to', 'fax at', 'fax number', 'facsimile', 'telefax', 'f'] },
]);

/** "415-555-0100 or -0101", "… / 02": the end of a second number that shares the rest with the first. */
const secondEnd = new RegExp(
  '^(?:\\s?(?:,|;|or|and|&|y|o|und|oder|to)\\s{0,2}(?:[-–]\\s?(?<marked>\\d{2,4})|(?<plain>(?!19\\d\\d|20\\d\\d)\\d{4}))|\\s?/\\s?[-–]?(?<slashed>\\d{2,4}))' +
    '(?![\\d%]|[-./:]\\d|\\s?(?:mg|ml|mcg|kg|units?|times|hours?|hrs?|am|pm|dollars)\\b)',
  'i',
);
const mostEnds = 8;

function secondEnds(text: string, first: Finding): Finding[] {
  const found: Finding[] = [];
  let at = first.end;
  while (found.length < mostEnds) {
    const match = secondEnd.exec(text.slice(at, at + 24));
    if (match === null) break;
    const { marked, plain, slashed } = match.groups ?? {};
    const end = at + match[0].length;
    const start = end - (marked ?? plain ?? slashed ?? '').length;
    found.push({
      ...first,
      start,
      end,
      score: 0.7,
      because: { detector: 'phone', pattern: 'end of a second number' },
    });
    at = end;
  }
  return found;
}

/** Telephone, mobile, pager, extension and fax numbers; FAX where the word stands right before. */
export const phone: Recognizer = {
  ...shapes,
  types: ['PHONE', 'FAX'],
  find: (text) => {
    if (!/\d\d/.test(text)) return [];
    const around = surroundings(fax, text);
    return widest([shapes, alone, sevenDigits, extensionNumber].flatMap((each) => each.find(text)))
      .map((found): Finding => (around(found.start).has(0) ? { ...found, type: 'FAX' } : found))
      .flatMap((found) =>
        count(text.slice(found.start, found.end)) < 7 ? [found] : [found, ...secondEnds(text, found)],
      );
  },
};

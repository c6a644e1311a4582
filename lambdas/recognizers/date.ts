// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { isReportingDate } from './reporting-date.ts';
import { isAlsoAWord, monthNames, monthNumber } from './months.ts';
import { pattern, type Recognizer } from './recognizer.ts';
import { widest } from './widest.ts';

const month = `(?:${monthNames.join('|')})`;
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const ordinal = `${day}(?:st|nd|rd|th|ème|er|º|ª|\\.)?`;
const year = "(?:(?:1[89]|20)\\d{2}|['’]\\d{2})";
const of = '(?:\\s|\\s?[-/.,]\\s?|\\s(?:of|de|del|di|do|van)\\s|\\s(?:del? )(?:año )?)';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s(?:the\\s)?)?';
const start = '(?<![\\p{L}\\p{N}]|\\d[./:-])';
const end = '(?![\\p{L}\\p{N}]|[.:/-]\\d|\\s?%)';
/** 2024-03-15T14:30:00.123Z, 2024-03-15 14:30:00 (RFC 3339): the time is part of a time stamp, and only of that. */
const stamp =
  '(?:\\s\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?|T\\d{2}:?\\d{2}(?::?\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const shape = (source: string) => new RegExp(`${start}${source}${end}`, 'iu');
/** The second of "Oct 3-Oct 9" begins behind a number and its hyphen. */
const monthShape = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}]|\\d[./:])${source}${end}`, 'iu');

/** Two numbers that could be day and month in either order. */
const dayAndMonth = (first: number, second: number) =>
  first >= 1 && second >= 1 && first <= 31 && second <= 31 && (first <= 12 || second <= 12);

const numbersOf = (match: string) => (match.match(/\d+/g) ?? []).map(Number);

const isNumericDate = (match: string) => {
  const [first = 0, second = 0, third = 0] = numbersOf(match);
  if (/^\d{4}/.test(match)) return dayAndMonth(second, third);
  if (!dayAndMonth(first, second)) return false;
  // 1.2.13 is a section or a version; 21.5.21 is a day.
  return !/^\d\.\d\.\d{1,2}$/.test(match);
};

/** A lower-case "may 5" is a verb and its object; "may 5th" and "May 5" are days. */
const isNamedDate = (match: string) => {
  const name =
    /\p{L}{3,}/u.exec(
      match.replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b/i, ''),
    )?.[0] ?? '';
  const exact = /\d(?:st|nd|rd|th)\b|\b(?:1[89]|20)\d{2}\b/i.test(match);
  return exact || name !== name.toLowerCase() || !isAlsoAWord(name) || monthNumber(name) === undefined;
};

const cues =
  '(?:\\b(?:on|since|dated?|as of|until|till|thru|starting|effective|due|admitted|discharged|visit|appt|appointment|dos|today is|today|tomorrow|yesterday|born|dob|d\\.o\\.b\\.?|service|exam(?:ined)?|surgery|lmp|edd|follow[- ]up|last seen|seen|evicted|arrived|left|fell|moved|returned|died|passed|called|signed|filed|hired|fired|terminated|injured|arrested|released|enrolled|expire[sd]|renewed|cancell?ed|delivered|implanted|inserted|initiated|resumed|mailed|posted|booked|(?:re)?scheduled|(?:in|ex)tubated|changed|placed|removed|exchanged|replaced|last filled|drawn|s\\/p (?:[a-z+-]{1,14} ){0,3}[a-z+-]{2,14}|strokes?|cva|nstemi|stemi|tia|chole|appy|orif|cabg|pci|tka|tha|c-?section|egd|colonoscopy)(?: (?:date|on|of))?[\\s:,(]{1,3}|\\b(?:labs?|bloods?|echo|ct|mri|x-?rays?|cxr|ekg|ecg|notes?|results?|imaging|scans?|reports?|images?|photos?|films?|ultrasound|biopsy|cultures?|cbc|bmp|cmp|inr|a1c|letter|message|statement|invoice|call) (?:from|of|on|dated)\\s|\\b(?:moved|rescheduled|changed|postponed|delayed|extended|shifted|pushed(?: back| out)?|brought forward) (?:from|to|until)\\s|\\b(?:moved|rescheduled|changed|postponed|delayed|extended|shifted) from \\d{1,2}/\\d{1,2} to\\s|\\bcompared? (?:it |them |that |this )?(?:with|to) )';
/** What follows a fraction, a score, a strength or a ratio. */
const measured =
  '(?!\\s?(?:of\\b|pain|strength|murmur|mg|ml|mcg|tabs?\\b|tablet|cup|tsp|teaspoon|tbsp|inch|in\\b|ounce|oz|pound|lb|mile|hours?|hrs?|days?|weeks?|months?|patients?|cases?|points?|scale|score|systolic|ejection|motor|muscle|power|bilat|throughout|split|dose|cm|mm))';

const shapes = pattern({
  name: 'date',
  type: 'DATE',
  cites: '45 CFR 164.514(b)(2)(i)(C); ISO 8601-1',
  looksLike: [
    {
      pattern: 'ISO',
      regexp: shape(`(?:1[89]|20)\\d{2}([-/.])(?:0?[1-9]|1[0-2])\\1${day}${stamp}`),
      score: 0.95,
    },
    {
      pattern: 'numbers',
      regexp: shape(`\\d{1,2}\\s?([-/.])\\s?\\d{1,2}\\s?\\1{1,2}\\s?(?:(?:1[89]|20)\\d{2}|\\d{2})`),
      holds: isNumericDate,
    },
    {
      pattern: 'month first',
      regexp: monthShape(
        `${weekday}${month}(?:\\.\\s?|\\s)(?:the\\s)?${ordinal}(?:\\s?(?:[-–—&]|to|and|through)\\s?(?:the\\s)?${ordinal}(?!\\d))?(?:(?:,|\\sof|\\sin)?\\s?,?\\s?${year})?`,
      ),
      holds: isNamedDate,
    },
    {
      pattern: 'day first',
      regexp: shape(
        `${weekday}(?:${ordinal}\\s?(?:[-–—&]|to|and|y|und|bis|al)\\s?)?${ordinal}${of}?${month}\\.?(?:${of}?${year}|[- ]\\d{2}(?!\\d))?`,
      ),
      holds: isNamedDate,
    },
    {
      pattern: 'month and year',
      regexp: shape(`${month}\\.?(?:${of}|,\\s)${year}|${month}[-/ ]['’]?\\d{2}`),
      holds: isNamedDate,
      score: 0.8,
    },
    {
      pattern: 'run together',
      regexp: shape(`${day}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:\\d{4}|\\d{2})`),
      score: 0.8,
    },
    { pattern: 'month/year', regexp: shape('(?:0?[1-9]|1[0-2])\\s?[-/]\\s?(?:19|20)\\d{2}'), score: 0.75 },
    {
      pattern: 'eight digits',
      regexp: shape(
        '(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?)?',
      ),
      score: 0.6,
    },
    {
      pattern: 'day and month',
      regexp: shape(`(?:0[1-9]|1[0-2])/(?:0[1-9]|[12]\\d|3[01])${measured}`),
      score: 0.6,
    },
    {
      pattern: 'day and month after a cue',
      regexp: shape(`(?=\\d{1,2}[/-]\\d)(?<=${cues})(?:${day}/${day}|${day}-${day})${measured}`),
      score: 0.6,
      holds: (match) => {
        const [a = 0, b = 0] = numbersOf(match);
        return dayAndMonth(a, b);
      },
    },
    {
      pattern: 'day.month. after a cue',
      regexp: shape(
        `(?=\\d{1,2}\\.\\d)(?<=${cues}|\\b(?:am|vom|seit|bis|ab)\\s)${day}\\.(?:0?[1-9]|1[0-2])\\.(?!\\d)`,
      ),
      score: 0.6,
    },
    {
      pattern: 'holiday',
      regexp:
        /(?<=\b(?:on|since|until|till|before|after|by|over|last|this past)\s)(?:Labou?r Day|Memorial Day|Veterans Day|Presidents['’]? Day|Independence Day|Columbus Day|Martin Luther King(?: Jr\.?)? Day|MLK Day|Thanksgiving(?: Day)?|Christmas(?: Eve| Day)?|New Year['’]?s(?: Eve| Day)?|Easter(?: Sunday| Monday)?|Halloween|Valentine['’]?s Day|Mother['’]?s Day|Father['’]?s Day|Good Friday|Ash Wednesday|All Saints['’] Day|Boxing Day|Juneteenth|Diwali|Eid(?: al-Fitr| al-Adha)?|Hanukkah|Yom Kippur|Rosh Hashanah|Passover|St\.? Patrick['’]?s Day)(?!\p{L})/iu,
      score: 0.6,
    },
    {
      pattern: 'month alone',
      regexp:
        /(?:\b(?:last|this past|past|next)\s|(?<=\b(?:in|since|until|early|late|mid|during|by|from)[\s-]))(?:January|February|March|April|May|June|July|August|September|October|November|December)(?![\p{L}\p{N}]|\s\d)/u,
      score: 0.6,
    },
    {
      pattern: 'weekday, day and month',
      regexp: shape(
        `(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s(?:${day}/${day}|${day}-${day})${measured}`,
      ),
      score: 0.7,
      holds: (match) => {
        const [a = 0, b = 0] = numbersOf(match);
        return dayAndMonth(a, b);
      },
    },
    {
      pattern: 'day of the month',
      regexp:
        /(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?|(?<=\b(?:on|since|until|till|from|by|dated?)\s)the\s)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?=[,;:!?)]|\.(?!\d)|\s*$|\s(?:and|at|for|with|when|because|but|to|after|before|she|he|we|in\sthe\s(?:morning|afternoon|evening))\b)/iu,
      score: 0.6,
    },
    {
      pattern: 'East Asian',
      regexp: /(?:\d{2,4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{4}\s?년\s?\d{1,2}\s?월\s?\d{1,2}\s?일/,
    },
    { pattern: 'Vietnamese', regexp: shape('ngày\\s\\d{1,2}\\stháng\\s\\d{1,2}(?:\\snăm\\s\\d{4})?') },
  ],
  edges: 'open',
  score: 0.9,
});

const count = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few)';
const unitOfTime = '(?:day|night|week|month|fortnight)s?';
const toldFromNow = `(?:the )?day (?:before yesterday|after tomorrow)|yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening|week|month)|(?:last|past|next) (?:week|month)|(?:last|this past|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day|${count} ${unitOfTime} (?:ago|from now)|in ${count} ${unitOfTime}|anteayer|ayer|hoy|mañana`;
const joint =
  '(?:\\s?\\(\\s?|,?\\s(?:on\\s|i\\.e\\.,?\\s)?|\\s?[-–—/]\\s?|,\\s(?:which (?:was|is)|that (?:was|is))\\s)';
const fromNowBefore = new RegExp(`(?<![\\p{L}\\p{N}])(?<told>${toldFromNow})${joint}$`, 'diu');
const fromNowAfter = new RegExp(
  `^(?:(?:\\s?\\(\\s?|,?\\s(?:which (?:was|is)|that (?:was|is))\\s)(?<told>${toldFromNow})|(?:,?\\s|\\s?[-–—/]\\s?)(?<day>yesterday|today|tomorrow|tonight|last night|ayer|hoy))(?![\\p{L}\\p{N}'’])`,
  'diu',
);
const reach = 48;

/**
 * "Yesterday (4/17/26)": a day told from now and by its date. Who knows when the request was sent would know the date that
 * was replaced, and with it all the others: what is beside a date goes with it.
 */
function toldTwice(text: string, date: Finding): Finding[] {
  const told = (found: RegExpExecArray | null, offset: number): Finding[] => {
    const groups = found?.indices?.groups;
    const [start, end] = groups?.['told'] ?? groups?.['day'] ?? [0, 0];
    return end === 0
      ? []
      : [
          {
            type: 'DATE',
            start: start + offset,
            end: end + offset,
            score: 0.7,
            because: { detector: 'date', pattern: 'told from now beside its date' },
          },
        ];
  };
  const from = Math.max(0, date.start - reach);
  return [
    ...told(fromNowBefore.exec(text.slice(from, date.start)), from),
    // A full stop that was taken for that of an ordinal ends the sentence.
    ...(text[date.end - 1] === '.'
      ? []
      : told(fromNowAfter.exec(text.slice(date.end, date.end + reach)), date.end)),
  ];
}

/**
 * Days and months of the calendar, in words and numbers; a bare year is kept (Safe Harbor), so are times of
 * the day, the balance dates of financial reports, which are nobody's, and "yesterday" and "two weeks ago" unless
 * the date stands beside them.
 */
export const date: Recognizer = {
  ...shapes,
  find: (text) =>
    widest(shapes.find(text))
      .filter((found) => !isReportingDate(text, found.start, found.end))
      .flatMap((found) => [found, ...toldTwice(text, found)]),
};

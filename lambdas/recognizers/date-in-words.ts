// SPDX-License-Identifier: Apache-2.0
import { isReportingDate } from './reporting-date.ts';
import { pattern, type Recognizer } from './recognizer.ts';

const units = 'one|two|three|four|five|six|seven|eight|nine';
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
/** First, second and third also count doses, opinions and lines of treatment. */
const few = 'first|second|third';
const more =
  'fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)';
const ordinal = `(?:${more}|${few})`;
const cardinal = `(?:twenty[ -](?:${units})|thirty[ -]one|twenty|thirty|${teens}|${units})`;
const decade = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:${units}))?`;
const spelledYear = `(?:two thousand(?: and)?(?: (?:${teens}|${units}|${decade}))?|(?:eighteen|nineteen|twenty)(?: hundred(?: and)?)?[ -](?:(?:oh?|ought)[ -](?:${units})|${teens}|${decade}))`;
const year = `(?:,? (?:of |in )?(?:the year )?(?:${spelledYear}|(?:1[89]|20)\\d{2}))`;
const start = '(?<![\\p{L}\\p{N}-])';
const end = '(?![\\p{L}\\p{N}]|-\\p{L})';
const told =
  '(?<=\\b(?:on|since|until|till|by|from|before|after|born|of birth|dob|dated|was|is|for|last|this|next|through)[ :,] ?)';
const shape = (source: string) => new RegExp(`${start}${source}${end}`, 'iu');
/** What ends a day after "March first", and does not go on as "first line" does. */
const over =
  '(?=[,.;:!?)]|$|\\s?\\n| (?:and|at|for|with|when|to|was|is|she|he|i|we|they|in|because|but|after|before)\\b)';

const shapes = pattern({
  name: 'date-in-words',
  type: 'DATE',
  cites: '45 CFR 164.514(b)(2)(i)(C)',
  looksLike: [
    {
      pattern: 'day first',
      regexp: shape(`(?:the )?${ordinal}(?: day)? of (?:${months})${year}?`),
      // The holiday is nobody's date, unless something happened on it.
      holds: (match) => !/^(?:the )?fourth of july$/i.test(match),
    },
    { pattern: 'holiday', regexp: shape(`${told}(?:the )?(?:fourth|4th) of july`) },
    {
      pattern: 'day in digits, year in words',
      regexp: shape(`(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months}),? ${spelledYear}`),
    },
    {
      pattern: 'month first, with its year',
      regexp: shape(`(?:${months}) (?:the )?(?:${ordinal}|${cardinal}|\\d{1,2}(?:st|nd|rd|th)?)${year}`),
      holds: (match) => /\p{L}\P{L}+\p{L}/u.test(match),
    },
    { pattern: 'month first', regexp: shape(`(?!may |march )(?:${months}) (?:the )?(?:${more})`) },
    {
      pattern: 'month first, few',
      regexp: new RegExp(`${start}(?!may |march )(?:${months}) (?:the )?(?:${few})${over}`, 'iu'),
    },
    {
      pattern: 'may or march',
      regexp: new RegExp(`${told}(?:may|march) (?:the )?(?:${more}|(?:${few})${over})${end}`, 'iu'),
    },
  ],
  edges: 'open',
  score: 0.8,
});

const hint = new RegExp(`(?:${months}) |of (?:${months})`, 'i');

/** Days of the calendar that are spelled out: "the third of March, nineteen eighty-two", "October tenth". English. */
export const dateInWords: Recognizer = {
  ...shapes,
  find: (text) =>
    hint.test(text) ? shapes.find(text).filter(({ start, end }) => !isReportingDate(text, start, end)) : [],
};

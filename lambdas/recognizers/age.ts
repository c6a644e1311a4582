// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

const over = '9\\d|1[0-3]\\d';
const words =
  'ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:one|a) hundred(?:(?: and)?[- ](?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?';
const any = `${over}|${words}`;

/** Ages over 89 as Safe Harbor counts them: 90 and above. Younger ages are kept. */
export const age = pattern({
  name: 'age',
  type: 'AGE',
  cites: '45 CFR 164.514(b)(2)(i)(C)',
  looksLike: [
    {
      pattern: 'years old',
      regexp: new RegExp(
        `(?<![\\w.,/-])(?<value>${any})(?:\\s|-)?(?:years?|yrs?|y)\\.?(?:\\s|-)?(?:olds?|of age|o\\b)`,
        'i',
      ),
    },
    {
      pattern: 'short for years old',
      regexp: new RegExp(`(?<![\\w.,/-])(?<value>${over})\\s?(?:y/?o|yo[fm]?|y\\.o\\.)(?![a-z])`, 'i'),
    },
    {
      pattern: 'aged',
      regexp: new RegExp(
        `\\b(?:aged?|turn(?:s|ed|ing)|age of|age is|age was|edad(?: de)?|alter|âge|years?[- ]?old)\\s?[:=]?\\s{0,2}(?<value>${any})(?![\\w%]|[.,/-]\\d|\\s?(?:mg|ml|kg|lb|cm|day|week|month|hour|minute|percent))`,
        'i',
      ),
    },
    {
      pattern: 'and sex',
      regexp: new RegExp(
        `(?<![\\w.,/-])(?<value>${over})\\s?(?:[MF]\\b|[mf](?=\\s(?:with|w/|here|presents|who))|(?:year|yr)s?\\s(?:male|female|man|woman)|(?:male|female|man|woman)\\b)`,
      ),
    },
    {
      pattern: 'other languages',
      regexp: new RegExp(
        `(?<![\\w.,/-])(?<value>${over})(?:\\s|-)?(?:años|ans|jahre|jährige[rn]?|anni|anos|jaar|yaşında)(?!\\p{L})`,
        'iu',
      ),
    },
    {
      pattern: 'said of somebody',
      regexp: new RegExp(
        `\\b(?:he|she|who|i|patient|pt|mother|father|mom|dad|mum|husband|wife|grandmother|grandfather|grandma|grandpa|nan|aunt|uncle|client|member|customer)(?:\\s(?:is|was|am)|['’](?:s|m))\\s(?:now |only |already |just )?(?<value>${any})(?=[,;:!?)]|\\.(?!\\d)|\\s*$|\\s(?:and|when|now|then|at the time|this|next|last)\\b)`,
        'i',
      ),
      score: 0.75,
    },
    {
      pattern: 'decade of life',
      regexp:
        /\b(?:in|into)\s(?:his|her|their|my|the)\s(?:early |mid |late |mid-|early-|late-)?(?<value>nineties|90['’]?s|hundreds)\b/i,
    },
    { pattern: 'a word for it', regexp: /\b(?:nonagenarian|centenarian|supercentenarian)s?\b/i },
  ],
  edges: 'open',
  score: 0.9,
});

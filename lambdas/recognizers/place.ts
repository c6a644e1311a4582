// SPDX-License-Identifier: Apache-2.0
import { everyCase } from './every-case.ts';
import { pattern } from './recognizer.ts';
import { stateCodes, stateNames } from './street-words.ts';

const part = "(?:(?:St|Ft|Mt)\\.|\\p{Lu}[\\p{L}\\p{M}'’-]{1,24})";
const city = `${part}(?: (?:(?:de|del|la|of|upon|am|an der|sur) )?${part}){0,3}`;
const usState = `(?:${stateCodes}|${stateNames})`;

const labels = [
  'city',
  'town',
  'county',
  'location',
  'place of birth',
  'birthplace',
  'hometown',
  'home city',
  'state',
  'province',
  'country',
  'localidad',
  'provincia',
  'localidad/ provincia',
  'localidad/provincia',
  'país',
  'ciudad',
  'lugar de nacimiento',
  'ort',
  'wohnort',
  'ville',
];

/** Places that the words around them give away. Places in running text are the tagger's. */
export const place = pattern({
  name: 'place',
  type: 'PLACE',
  cites: '45 CFR 164.514(b)(2)(i)(B)',
  looksLike: [
    {
      pattern: 'city and state',
      regexp: new RegExp(`,\\s(?:${usState})(?!\\p{L})`, 'u'),
      behind: new RegExp(`(?<![\\p{L}\\p{N}])${city}$`, 'u'),
      score: 0.85,
    },
    {
      pattern: 'lives in',
      regexp: new RegExp(
        `\\b(?:[Ll]ives?|[Ll]iving|[Ll]ived|[Rr]esid(?:es?|ing|ed)|[Bb]ased|[Bb]orn|[Gg]rew up|[Rr]aised|[Mm]oved|[Rr]elocated|[Tt]ravel(?:l?ed|ing)?|[Vv]isiting|[Ss]tationed|[Ww]orks|[Cc]itizen|[Rr]esident|[Nn]ative|[Hh]omeless|natural|domiciliad[oa]|wohnhaft|wohnt|habite|vive|reside)\\s(?:in|near|outside|around|to|from|of|at|en|à|de|a)\\s(?:the\\s)?(?<value>${city}(?:,\\s(?:${usState}|\\p{Lu}\\p{L}{2,24}))?)`,
        'u',
      ),
      score: 0.75,
    },
    {
      pattern: 'moved to',
      regexp: new RegExp(
        `\\b(?:[Mm]ov(?:es?|ed|ing)|[Rr]elocat(?:es?|ed|ing)|[Tt]ransferred|[Cc]ommut(?:es?|ed|ing)|[Tt]ravel(?:s|l?ed|l?ing)?|[Ff]lew|[Dd]rove)\\s(?:back\\s)?from\\s${city}\\sto\\s(?<value>${city})`,
        'u',
      ),
      score: 0.7,
    },
    {
      pattern: 'seen in',
      regexp: new RegExp(
        `\\b(?:seen|treated|diagnosed|evaluated|practice|clinic|office|hospital|admitted|lives?|doctor|hospitali[sz]ed)\\sin\\s(?<value>${city})`,
        'u',
      ),
      score: 0.65,
    },
    {
      pattern: 'from',
      regexp: new RegExp(
        `\\b(?:[Mm]an|[Ww]oman|[Mm]ale|[Ff]emale|[Pp]atient|[Pp]t|[Bb]oy|[Gg]irl|[Cc]lient|[Rr]esident|\\p{Lu}\\.),?\\sfrom\\s(?<value>${city})`,
        'u',
      ),
      score: 0.7,
    },
    {
      pattern: 'after a doctor',
      regexp: new RegExp(
        `\\b(?:(?:Dr|Drs|Doctor|NP|PA|Nurse)\\.?\\s(?:\\p{Lu}[\\p{L}'’-]{0,24}\\.?,?\\s){1,3}|\\p{Lu}\\p{L}{1,24}['’]s\\s[Oo]ffice\\s)in\\s(?<value>${city})`,
        'u',
      ),
      score: 0.65,
    },
    {
      pattern: 'labelled',
      regexp: new RegExp(
        `(?<!\\p{L})(?:${everyCase(labels)})\\s?[:=]\\s{0,3}(?<value>${city}(?:,\\s${city})?)`,
        'u',
      ),
      score: 0.75,
    },
    {
      pattern: 'county',
      regexp: /\s(?:County|Parish|Township|Borough)(?!\p{L})/u,
      behind: /(?<!\p{L})\p{Lu}[\p{L}'’-]{2,24}(?:\s\p{Lu}[\p{L}'’-]{2,24})?$/u,
      score: 0.75,
    },
  ],
  holds: (match) =>
    !/^(?:the |The )?(?:US|USA|UK|U\.S|EU|UAE|America|ABC|[A-Z]{2}, [A-Z]{2})$/.test(match) &&
    !/^(?:Name|ID|Date|ICU|ED|ER|PACU|OR|January|February|March|April|May|June|July|August|September|October|November|December|Clinic|Hospital|Type|Stage|The|Spring|Summer|Fall|Winter|Early|Late|Mid)\b/.test(
      match,
    ),
  edges: 'open',
  score: 0.7,
});

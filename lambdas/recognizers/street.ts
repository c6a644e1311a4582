// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { addressTail } from './address-tail.ts';
import { pattern, type Recognizer } from './recognizer.ts';
import { endings, openers, shortSuffixes, suffixes, units } from './street-words.ts';

const number = '(?:#\\s?)?\\d{1,6}(?:[-/]\\d{1,5})?[A-Za-z]?';
const direction =
  '(?:(?:[NSEW]|[NS][EW]|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\\.?\\s)?';
const name =
  "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]{0,24}|\\d{1,5}(?:st|nd|rd|th)?|(?:de|la|las|los|of|the|van|von|el|du)(?=\\s))";
/** A word of a street's name as it stands before a unit: in capitals, a number, or a connector. */
const unitWord =
  "(?:\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}|\\d{1,6}[A-Za-z]?\\.?|(?:de|del|la|las|los|of|the|van|von|el|du|da|do|di|des|rue|ul\\.|vei|gate|utca|út|tér)(?=\\s))";
const start = '(?<![\\p{L}\\p{N}]|\\d[.,/])';
const unit = `(?:[\\s,]{1,4}(?:${units}|#)\\.?\\s?#?[A-Za-z]?-?\\d{1,5}[A-Za-z]?)?`;
const either = (words: string) =>
  words
    .split('|')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('|');
const upper = (words: string) => words.toUpperCase();
const anyCase = (words: string) => `${words}|${either(words)}|${upper(words)}`;

const shapes = pattern({
  name: 'street',
  type: 'STREET',
  cites: '45 CFR 164.514(b)(2)(i)(B); USPS Publication 28; UPU S42',
  looksLike: [
    {
      pattern: 'number, name, suffix',
      regexp: new RegExp(
        `${start}${number}\\s${direction}(?:${name}\\s){1,5}(?:(?:${either(suffixes)}|${upper(suffixes)})|(?:${either(shortSuffixes)}|${upper(shortSuffixes)})\\.?)(?![\\p{L}\\p{N}])(?:\\s(?:[NSEW]|[NS][EW])\\b)?${unit}`,
        'u',
      ),
    },
    {
      pattern: 'lower case',
      regexp: new RegExp(
        `${start}\\d{1,5}\\s(?:[a-z]{3,16}\\s|\\d{1,3}(?:st|nd|rd|th)\\s){1,2}(?:street|avenue|road|lane|boulevard|blvd|ave|rd|ln|terrace|crescent|highway|hwy|parkway|pkwy)(?![\\p{L}\\p{N}])${unit}`,
        'u',
      ),
      score: 0.7,
    },
    {
      pattern: 'opener first',
      regexp: new RegExp(
        `(?<![\\p{L}\\p{N}])(?:\\d{1,5}[A-Za-z]?,?\\s(?:\\d{1,5}\\s)?)?(?:${anyCase(openers)})(?:\\s?,\\s?|\\s|(?<=[./]))(?:[\\p{L}\\p{M}\\d'’´.º-]{1,24}\\s){0,5}?[\\p{L}\\p{M}'’´.-]{2,24}\\s?,?\\s{0,2}(?:n[º°o]\\.?\\s|no\\s|km\\.?\\s|дом\\s|nr\\.?\\s)?(?:\\d{1,5}(?:[-/]\\d{1,5})?(?:\\s?[A-Za-z](?![\\p{L}]))?(?:,\\s?\\d{1,2}(?:[ºªo°]|\\s?[A-Z])?\\s?[A-Z]?(?![\\p{L}\\d]))?|s\\/n)(?![\\p{L}\\d])`,
        'u',
      ),
      score: 0.85,
    },
    {
      pattern: 'number, opener, name',
      regexp: new RegExp(
        `${start}\\d{1,5}(?:\\s?(?:bis|ter))?,?\\s(?:\\d{1,5},?\\s)?(?:${anyCase(openers)})\\s(?:[\\p{L}\\p{M}'’.-]{1,24}\\s){0,4}\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}`,
        'u',
      ),
      score: 0.8,
    },
    {
      pattern: 'ending and number',
      // Read backwards from the number: what does not end like a street is done with at once.
      regexp: new RegExp(
        `(?<=\\p{L}(?:${anyCase(endings)}))\\s\\d{1,5}(?:\\s?[a-zA-Z](?!\\p{L}))?(?:[-/]\\d{1,4})?\\.?(?![\\p{L}\\d])`,
        'u',
      ),
      behind:
        /(?<![\p{L}\p{N}])(?:\d{1,6}\s)?(?:\p{Lu}[\p{L}\p{M}'’.-]{0,24}[\s-]){0,3}(?:\p{Lu}[\p{L}\p{M}-]{3,28}|(?<=\s)\p{Ll}{2,10})$/u,
      score: 0.85,
      holds: (match) => /^\d*\s?\p{Lu}/u.test(match) && match.length > 8,
    },
    {
      pattern: 'ending as a word',
      regexp: new RegExp(
        `(?<=\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}\\s(?:${anyCase(endings)}))\\s\\d{1,5}(?:\\s?[a-zA-Z](?!\\p{L}))?\\.?(?![\\p{L}\\d])`,
        'u',
      ),
      behind:
        /(?<![\p{L}\p{N}])(?:\d{1,6}\s)?(?:\p{Lu}[\p{L}\p{M}'’.-]{0,24}[\s-]){1,3}\p{L}[\p{L}\p{M}.]{1,12}$/u,
      score: 0.8,
    },
    {
      pattern: 'unit',
      regexp:
        /(?:Apt|Suite|Ste|Apartment|apt|suite|apartment|APT|SUITE|APARTMENT)\b\.?\s?#?\d{1,5}[A-Za-z]?(?![\p{L}\d])/u,
      behind: new RegExp(
        `(?:(?:${unitWord}[ ,]{1,2}){0,7}${unitWord}|\\d{1,6}\\s(?:[\\p{L}\\p{M}\\d.'’-]{1,24}[ ,]{1,2}){0,5}[\\p{L}\\p{M}\\d.'’-]{1,24}),?\\s{1,4}$`,
        'u',
      ),
      score: 0.8,
      holds: (match) => {
        const [street = ''] = match.split(/apt|suite|ste|apartment/i);
        return /\d/.test(street) && /\p{L}/u.test(street);
      },
    },
    {
      pattern: 'post office box',
      regexp:
        /(?<![\p{L}\p{N}])(?:\d{1,5}\s)?(?:P\.?\s?O\.?\s?Box|Post Office Box|Postfach|Apartado(?: de Correos)?|Casilla|Boîte postale|B\.P\.)\s?#?\d{1,6}(?![\p{L}\d])/iu,
    },
    {
      pattern: 'military',
      regexp:
        /\b(?:PSC|CMR|Unit|UNIT|unit|psc)\s\d{1,5},?\s(?:Box|BOX|box)\s\d{1,5}|\b(?:USS|USNS|USCGC|USNV|USCG|uss|usns|uscgc|usnv)\s[\p{L}'-]{2,24}(?=[\s,]{1,3}(?:FPO|APO|DPO|fpo|apo|dpo)\b)/u,
    },
    { pattern: 'military city', regexp: /\b[AFD]PO,?\s(?:AA|AE|AP)\s?\d{5}/i },
    {
      pattern: 'corner',
      regexp:
        /\b(?:the )?(?:corner|intersection) of [\p{L}\p{N}][^?!;\n]{2,60}? (?:and|&) [\p{L}\p{N}][^.?!;,\n]{2,40}?(?=[.?!;,\n]|$| (?:in|at|on|for|to|with|near)\b)(?: St\.)?/iu,
      score: 0.75,
    },
    {
      pattern: 'crossing',
      regexp:
        /(?<=\bat )\p{Lu}\p{L}{2,20}(?: (?:St|Ave|Rd|Blvd)\.?)? (?:&|and) (?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}\p{L}{2,20} (?:St|Ave|Rd|Blvd)\.?)(?![\p{L}\d])/u,
      score: 0.75,
    },
    {
      pattern: 'HL7 address',
      regexp: /(?<=[|^])(?<value>\p{Lu}[\p{L} .'’-]{1,40}\^[A-Z]{2}\^\d{5}(?:-\d{4})?)(?![\p{L}\d])/u,
    },
    {
      pattern: 'Japanese',
      regexp:
        /\p{Script=Han}{2,8}[都道府県市区町村][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\d]{1,24}\d{1,4}(?:丁目|番地?|号|-\d{1,4}){1,4}/u,
    },
    {
      pattern: 'Arabic',
      regexp: /شارع\s\p{Script=Arabic}{2,20}(?:\s\p{Script=Arabic}{2,20}){0,2}\s\d{1,5}/u,
    },
  ],
  edges: 'open',
  score: 0.9,
});

/** English "via", which is a street in Italian. */
const byMeans =
  /(?:^|\s)via (?:\p{Lu}{2,}\b|(?:ach|wire|e-?mail|phone|fax|mail|text|the|an?|our|his|her|their|my|zoom|video|portal|chat|checks?|cheque|transfer)\b)/u;

/** "Flat 2, 19 Cobden Road". */
const unitBefore = /(?<!\p{L})(?:Flat|Apartment|Apt|Unit|Suite|Room|Maisonette)\.? \d{1,4}[a-z]?,? $/iu;

/** "3 HRS. WIFE AT BEDSIDE. DR PATEL": a length of time or a dose, or a sentence that ends on the way. */
const noStreet =
  /^\S+\s(?:hrs?|hours?|days?|nights?|wks?|weeks?|months?|mos?|yrs?|years?|mins?|minutes?|mg|ml|mcg|kg|lbs?|cm|mm|tabs?|tablets?|units?|doses?|times|yo|y\/o|pts?|patients?|beds?|liters?|litres?|packs?)\b(?!\.?\s\S+$)|(?!(?:urb|avda|apdo|edif|dpto|prov|ave|blvd|hwy|rte|mtn|capt|gen|col|rev|sgt|pres|gov|prof|mons|msgr)\.)(?<!\p{L})\p{L}{3,}\.\s\p{L}/iu;

/** Street addresses with what follows them: unit, place, state, postcode, country, also over lines. */
export const street: Recognizer = {
  ...shapes,
  find: (text) =>
    /\d|\b(?:corner|intersection) of\b|s\/n/i.test(text)
      ? shapes
          .find(text)
          .filter(
            ({ start, end, because }) =>
              !byMeans.test(text.slice(start, end)) &&
              !(because.pattern === 'number, name, suffix' && noStreet.test(text.slice(start, end))),
          )
          .map((found): Finding => ({
            ...found,
            start:
              found.start -
              (unitBefore.exec(text.slice(Math.max(0, found.start - 20), found.start))?.[0].length ?? 0),
            end: addressTail(text, found.start, found.end),
          }))
      : [],
};

const cue =
  /\b(?:address(?:ed)?(?: is| was| to| with)?|the same|sent to|send (?:it |this )?to|ship(?:ped)? to|deliver(?:ed)? to|mail(?:ed)? to|moved to|meet (?:me|you|us) at|arriv(?:ed?|ing) at|taxi to|located (?:at|on)|(?:location|office|restaurant|house|home|place|clinic|shop|it)(?: is|['’]s) (?:at|on|in)|lives? (?:at|on)|lived (?:at|on)|living (?:at|on)|resid(?:es|ing) (?:at|on)|domicilio|adresse|dirección|indirizzo|adres|adress|morada|anwani|adreesị|adiresi|ikheli|alamat|residence)\s?:?\s{1,3}/giu;
/** A street in any country's form: perhaps a number, one to six words, perhaps a number. */
const anyStreet =
  /(?:\d{1,6}[A-Za-z]?,?\s){0,2}(?:[\p{Lu}\p{Lt}][\p{L}\p{M}'’.-]{0,30}|(?<=\d\s)(?:de|del|la|las|los|of|the|van|von|el|du|da|do|di|des|rue|ul\.|vei|gate|u\.)(?=\s))(?: (?:[\p{Lu}\p{Lt}][\p{L}\p{M}'’.-]{0,30}|\p{Ll}{1,12}\.?(?=\s\d)|(?:de|del|la|las|los|of|the|van|von|el|du|da|do|di|des)(?=\s))){0,5}(?:,?\s\d{1,5}[A-Za-z]?\.?(?![\p{L}\d]))?/uy;
const lowerStreet =
  /\d{1,6}[a-z]?\s(?:[\p{Ll}.'’-]{2,24}\s){1,4}\d{1,5}[a-z]?(?![\p{L}\d])|[\p{Ll}.'’-]{3,24}\s\d{1,5}\s[\p{Ll}'’-]{3,24}\s(?:street|str|road|ave)(?!\p{L})/uy;

/** What stands after "address is", "sent to", "lives at": a street in any country's form, if it has a number. */
export const address: Recognizer = {
  name: 'address',
  types: ['STREET'],
  cites: '45 CFR 164.514(b)(2)(i)(B)',
  find: (text) =>
    [...text.matchAll(cue)].flatMap((match): Finding[] => {
      const start = match.index + match[0].length;
      for (const [pattern, regexp] of [
        ['after a cue', anyStreet],
        ['after a cue, in lower case', lowerStreet],
      ] as const) {
        regexp.lastIndex = start;
        const found = regexp.exec(text);
        if (found === null) continue;
        const end = addressTail(text, start, start + found[0].replace(/\.$/, '').length);
        if (!/\d/.test(text.slice(start, end))) continue;
        return [{ type: 'STREET', start, end, score: 0.7, because: { detector: 'address', pattern } }];
      }
      return [];
    }),
};

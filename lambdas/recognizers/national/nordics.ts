// SPDX-License-Identifier: Apache-2.0
import { digitsOf, isDay, weightedSum } from '../digits.ts';
import { luhn } from '../luhn.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

const two = (match: string, at: number) => Number(match.slice(at, at + 2));

/** SFS 1967:398: date, Luhn over the last ten digits; a coordination number adds 60 to the day. */
export const isPersonnummer = (match: string): boolean => {
  const digits = digitsOf(match).join('');
  const ten = digits.slice(-10);
  const century = digits.length === 12 ? Number(digits.slice(0, 4)) : 1900 + two(ten, 0);
  const day = two(ten, 4);
  const plausible = digits.length === 10 || /^(?:1[89]|20)/.test(digits);
  return plausible && isDay(century, two(ten, 2), day > 60 ? day - 60 : day) && luhn(ten);
};

/** Decree 128/2010: date, century sign, and the remainder of the nine digits by 31. */
const isHetu = (match: string) => {
  const digits = match.slice(0, 6) + match.slice(7, 10);
  return (
    isDay(1900 + two(match, 4), two(match, 2), two(match, 0)) &&
    Number(match.slice(7, 10)) > 1 &&
    '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(Number(digits) % 31) === match.at(-1)?.toUpperCase()
  );
};

const isFodselsnummer = (match: string) => {
  const digits = digitsOf(match);
  const check = (weights: readonly number[]) => (11 - (weightedSum(match, weights) % 11)) % 11;
  return (
    check([3, 7, 6, 1, 8, 9, 4, 5, 2]) === digits[9] && check([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) === digits[10]
  );
};

export const nordics: readonly PatternRecognizer[] = [
  pattern({
    name: 'se-personnummer',
    type: 'NATIONAL_ID',
    cites: 'Folkbokföringslag (1991:481) section 18',
    looksLike: [
      {
        pattern: 'whole',
        regexp: /(?<!\d[-.,/:]?)(?:1[89]|20)?\d{6}[-+]?\d{4}(?![A-Za-z0-9]|[-.,/:][0-9])/,
      },
    ],
    // The code may be glued to the word before it.
    edges: 'open',
    holds: isPersonnummer,
    check: 'luhn',
    near: ['personnummer', 'personal identity', 'samordningsnummer', 'swedish'],
    score: 0.6,
  }),
  pattern({
    name: 'se-organisation',
    type: 'TAX_ID',
    cites: 'Lag (1974:174) om identitetsbeteckning',
    looksLike: /[1-9]\d[2-9]\d{3}-?\d{4}/,
    holds: luhn,
    check: 'luhn',
    near: ['organisationsnummer', 'orgnr', 'org nr', 'company'],
    score: 0.5,
  }),
  pattern({
    name: 'fi-hetu',
    type: 'NATIONAL_ID',
    cites: 'Valtioneuvoston asetus 128/2010',
    looksLike: /(?<!\d[-.,/:]?)\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![A-Z0-9])/i,
    edges: 'open',
    holds: isHetu,
    check: 'mod31',
    score: 0.9,
  }),
  pattern({
    name: 'no-fodselsnummer',
    type: 'NATIONAL_ID',
    cites: 'Folkeregisterloven section 2-2',
    looksLike: /[0-7]\d(?:[04]\d|[15][0-2])\d{2}[ -]?\d{5}/,
    holds: isFodselsnummer,
    check: 'mod11',
    near: ['fødselsnummer', 'fodselsnummer', 'personnummer', 'fnr', 'd-nummer', 'norwegian'],
    score: 0.65,
  }),
  pattern({
    name: 'dk-cpr',
    type: 'NATIONAL_ID',
    cites: 'Lov om Det Centrale Personregister',
    looksLike: [
      { pattern: 'dashed', regexp: /\d{6}-\d{4}/ },
      { pattern: 'digits', regexp: /\d{6} ?\d{4}/, needsContext: true },
    ],
    // The modulus is no longer kept for new numbers: only the date can be checked.
    holds: (match) => isDay(2000 + two(match, 4), two(match, 2), two(match, 0)),
    check: 'date',
    near: ['cpr', 'cpr-nr', 'cpr nummer', 'personnummer', 'danish'],
    score: 0.5,
  }),
];

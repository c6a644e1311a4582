// SPDX-License-Identifier: Apache-2.0
import { allSame, digitsOf, isDay, weightedSum } from '../digits.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

const part = (match: string, from: number, to: number) => Number(match.slice(from, to));

/** The month carries the century: +80, +20, +40, +60 (PL); +20, +40 (BG). */
const month = (value: number) => value % 20;

const isPesel = (match: string) =>
  isDay(2000 + part(match, 0, 2), month(part(match, 2, 4)), part(match, 4, 6)) &&
  (10 - (weightedSum(match, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === digitsOf(match)[10];

const isCnp = (match: string) => {
  const remainder = weightedSum(match, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (
    isDay(2000 + part(match, 1, 3), part(match, 3, 5), part(match, 5, 7)) &&
    (remainder === 10 ? 1 : remainder) === digitsOf(match)[12]
  );
};

const isEgn = (match: string) =>
  isDay(2000 + part(match, 0, 2), month(part(match, 2, 4)), part(match, 4, 6)) &&
  (weightedSum(match, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digitsOf(match)[9];

/** Estonia and Lithuania: a second row of weights where the first leaves 10. */
const isIsikukood = (match: string) => {
  const first = weightedSum(match, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weightedSum(match, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return (
    isDay(2000 + part(match, 1, 3), part(match, 3, 5), part(match, 5, 7)) &&
    (first < 10 ? first : second % 10) === digitsOf(match)[10]
  );
};

const isPersonasKods = (match: string) => {
  const digits = digitsOf(match);
  const check = ((1101 - weightedSum(match, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11) % 10;
  const born = isDay(2000 + part(match, 4, 6), part(match, 2, 4), part(match, 0, 2));
  return match.startsWith('32') || (born && check === digits[10]);
};

/** The ten digits are divisible by 11; women's months are +50, and +20 where a day ran out. */
const isRodneCislo = (match: string) => {
  const digits = digitsOf(match).join('');
  const born = part(digits, 2, 4) % 50;
  return (
    isDay(2000 + part(digits, 0, 2), born > 20 ? born - 20 : born, part(digits, 4, 6)) &&
    (Number(digits) % 11 === 0 || (Number(digits.slice(0, 9)) % 11 === 10 && digits.endsWith('0')))
  );
};

const isJmbg = (match: string) => {
  const check = 11 - (weightedSum(match, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (
    isDay(2000 + part(match, 5, 7), part(match, 2, 4), part(match, 0, 2)) &&
    (check > 9 ? 0 : check) === digitsOf(match)[12]
  );
};

const isSnils = (match: string) =>
  (weightedSum(match, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 ===
    Number(digitsOf(match).slice(9).join('')) && !allSame(match);

const isInn = (match: string) => {
  const digits = digitsOf(match);
  const check = (weights: readonly number[]) => (weightedSum(match, weights) % 11) % 10;
  if (digits.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[9];
  return (
    check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[10] &&
    check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[11]
  );
};

const kind = (
  name: string,
  cites: string,
  looksLike: RegExp,
  holds: (match: string) => boolean,
  near: readonly string[],
  needsContext = false,
): PatternRecognizer =>
  pattern({
    name,
    type: 'NATIONAL_ID',
    cites,
    looksLike,
    holds,
    check: name,
    near,
    needsContext,
    score: 0.65,
  });

export const easternEurope: readonly PatternRecognizer[] = [
  kind('pl-pesel', 'Ustawa o ewidencji ludności', /\d{11}/, isPesel, ['pesel']),
  kind('ro-cnp', 'OUG 97/2005', /[1-8]\d{12}/, isCnp, ['cnp', 'cod numeric personal']),
  kind(
    'bg-egn',
    'Zakon za grazhdanskata registratsiya',
    /\d{10}/,
    isEgn,
    ['egn', 'егн', 'единен граждански номер'],
    true,
  ),
  kind('ee-lt-code', 'EVS 585; Lietuvos gyventojų registro įstatymas', /[1-8]\d{10}/, isIsikukood, [
    'isikukood',
    'asmens kodas',
    'personal code',
    'estonian',
    'lithuanian',
  ]),
  kind('lv-personas-kods', 'Fizisko personu reģistra likums', /\d{6}-\d{5}/, isPersonasKods, [
    'personas kods',
    'latvian',
  ]),
  kind('cz-sk-rodne-cislo', 'Zákon 133/2000 Sb.; Zákon 301/1995 Z. z.', /\d{6}\/\d{3,4}/, isRodneCislo, [
    'rodné číslo',
    'rodne cislo',
    'r.č.',
    'rč',
  ]),
  kind(
    'cz-sk-rodne-cislo-digits',
    'Zákon 133/2000 Sb.',
    /\d{9,10}/,
    isRodneCislo,
    ['rodné číslo', 'rodne cislo', 'rodného čísla'],
    true,
  ),
  kind('yu-jmbg', 'Zakon o jedinstvenom matičnom broju građana', /\d{13}/, isJmbg, [
    'jmbg',
    'emšo',
    'embg',
    'matični broj',
  ]),
  kind('ru-snils', 'Federal law 27-FZ', /\d{3}-\d{3}-\d{3}[ -]\d{2}/, isSnils, ['snils', 'снилс']),
  kind('ru-snils-digits', 'Federal law 27-FZ', /\d{11}/, isSnils, ['snils', 'снилс'], true),
  kind(
    'ru-inn',
    'Tax code of the Russian Federation article 84',
    /\d{12}|\d{10}/,
    isInn,
    ['inn', 'инн'],
    true,
  ),
];

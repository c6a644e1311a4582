// SPDX-License-Identifier: Apache-2.0
import { allSame, digitsOf, isDay, weightedSum } from '../digits.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

const two = (match: string, at: number) => Number(match.slice(at, at + 2));

/** NRIC and FIN: weights 2 7 6 5 4 3 2, an offset by series, a letter table by series. */
export const isNric = (match: string): boolean => {
  const series = match.charAt(0).toUpperCase();
  const sum =
    weightedSum(match, [2, 7, 6, 5, 4, 3, 2]) + ('TG'.includes(series) ? 4 : series === 'M' ? 3 : 0);
  const table = 'ST'.includes(series) ? 'JZIHGFEDCBA' : series === 'M' ? 'XWUTRQPNJLK' : 'XWUTRQPNMLK';
  const place = series === 'M' ? 10 - (sum % 11) : sum % 11;
  return table.charAt(place) === match.at(-1)?.toUpperCase();
};

const uenAlphabet = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';

/** ACRA's three series: businesses, local companies by year, and other entities. */
const isUen = (match: string) => {
  if (/^\d{8}[A-Z]$/.test(match))
    return 'XMKECAWLJDB'.charAt(weightedSum(match, [10, 4, 9, 3, 8, 2, 7, 1]) % 11) === match.at(-1);
  if (/^\d{9}[A-Z]$/.test(match))
    return 'ZKCMDNERGWH'.charAt(weightedSum(match, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11) === match.at(-1);
  const sum = [4, 3, 5, 3, 10, 2, 2, 5, 7].reduce(
    (total, weight, at) => total + weight * uenAlphabet.indexOf(match.charAt(at)),
    0,
  );
  return uenAlphabet.charAt((((sum - 5) % 11) + 11) % 11) === match.at(-1);
};

const bornOn = (match: string) => {
  const digits = digitsOf(match).join('');
  return isDay(2000 + two(digits, 0), two(digits, 2), two(digits, 4));
};

const isTnin = (match: string) =>
  (11 - (weightedSum(match, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitsOf(match)[12] &&
  !allSame(match);

const isMyNumber = (match: string) => {
  const remainder = weightedSum(match, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (remainder < 2 ? 0 : 11 - remainder) === digitsOf(match)[11];
};

/** GB 11643: ISO 7064 MOD 11-2, X for 10. */
const isChinese = (match: string) => {
  const sum = weightedSum(match.slice(0, 17), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return (
    '10X98765432'.charAt(sum % 11) === match.at(-1)?.toUpperCase() &&
    isDay(Number(match.slice(6, 10)), two(match, 10), two(match, 12))
  );
};

const isPhilippineTin = (match: string) =>
  weightedSum(match, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === digitsOf(match)[8];

const isBrn = (match: string) => {
  const digits = digitsOf(match);
  const sum = weightedSum(match, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor(((digits[8] ?? 0) * 5) / 10);
  return (10 - (sum % 10)) % 10 === digits[9];
};

export const asia: readonly PatternRecognizer[] = [
  pattern({
    name: 'sg-nric',
    type: 'NATIONAL_ID',
    cites: 'National Registration Act 1965 (Singapore)',
    looksLike: /[STFGM]\d{7}[A-Z]/i,
    holds: isNric,
    check: 'mod11',
    near: ['nric', 'fin', 'singapore'],
    score: 0.8,
  }),
  pattern({
    name: 'sg-nric-labelled',
    type: 'NATIONAL_ID',
    cites: 'National Registration Act 1965 (Singapore)',
    looksLike: /[STFGM]\d{7}[A-Z]/i,
    near: ['nric', 'fin', 'singapore', 'ic'],
    needsContext: true,
    alone: true,
    score: 0.6,
  }),
  pattern({
    name: 'sg-uen',
    type: 'TAX_ID',
    cites: 'ACRA, Unique Entity Number',
    looksLike: /(?:19|20)\d{7}[A-Z]|\d{8}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z]/,
    near: ['uen', 'entity number'],
    holds: isUen,
    check: 'mod11',
    score: 0.6,
  }),
  pattern({
    name: 'kr-rrn',
    type: 'NATIONAL_ID',
    cites: 'Resident Registration Act (Korea) article 7-2; Immigration Act article 31',
    // Numbers given since October 2020 are random, and foreigners' never had the modulus.
    looksLike: /\d{6}-?[1-8]\d{6}/,
    holds: bornOn,
    check: 'date',
    near: ['rrn', 'frn', 'resident registration', '주민등록번호', '외국인등록번호', 'korean'],
    score: 0.75,
  }),
  pattern({
    name: 'kr-brn',
    type: 'TAX_ID',
    cites: 'Value-Added Tax Act (Korea) article 8',
    looksLike: [
      { pattern: 'dashed', regexp: /\d{3}-\d{2}-\d{5}/ },
      { pattern: 'digits', regexp: /\d{10}/, needsContext: true },
    ],
    holds: isBrn,
    check: 'mod10',
    near: ['brn', 'business registration', '사업자등록번호', '사업자번호'],
    score: 0.6,
  }),
  pattern({
    name: 'kr-driver',
    type: 'DRIVER_LICENSE',
    cites: 'Road Traffic Act (Korea) article 85',
    looksLike: /(?:1[1-9]|2[0-68])-?\d{2}-?\d{6}-?\d{2}/,
    near: ['driver', 'license', 'licence', '운전면허', '면허번호'],
    score: 0.55,
    // Without its hyphens it is any twelve digits.
    holds: (match) => match.includes('-'),
  }),
  pattern({
    name: 'jp-my-number',
    type: 'NATIONAL_ID',
    cites: 'My Number Act (Japan) article 8',
    looksLike: /\d{4}[ -]?\d{4}[ -]?\d{4}/,
    holds: isMyNumber,
    check: 'mod11',
    near: ['my number', 'mynumber', 'マイナンバー', '個人番号', 'kojin bango'],
    needsContext: true,
    score: 0.7,
  }),
  pattern({
    name: 'th-tnin',
    type: 'NATIONAL_ID',
    cites: 'Civil Registration Act (Thailand)',
    looksLike:
      /[1-8][ -]?(?:1\d|2[0-7]|[34]\d|5[0-8]|6[0-7]|7[0-7]|8[0-6]|9[0-6])\d{2}[ -]?\d{5}[ -]?\d{2}[ -]?\d/,
    holds: isTnin,
    check: 'mod11',
    near: ['tnin', 'thai', 'thai id', 'เลขบัตรประชาชน', 'เลขประจำตัวประชาชน'],
    score: 0.65,
  }),
  pattern({
    name: 'cn-resident',
    type: 'NATIONAL_ID',
    cites: 'GB 11643-1999',
    looksLike: /[1-8]\d{5}(?:18|19|20)\d{9}[0-9X]/i,
    holds: isChinese,
    check: 'mod11-2',
    near: ['身份证', '身份证号', 'resident identity'],
    score: 0.9,
  }),
  pattern({
    name: 'my-mykad',
    type: 'NATIONAL_ID',
    cites: 'National Registration Regulations 1990 (Malaysia)',
    looksLike: [
      { pattern: 'dashed', regexp: /\d{6}-(?:0[1-9]|[1-8]\d|9[0-3689])-\d{4}/ },
      { pattern: 'digits', regexp: /\d{12}/, needsContext: true },
    ],
    holds: bornOn,
    check: 'date',
    near: ['mykad', 'nric', 'kad pengenalan', 'no kp', 'malaysian'],
    score: 0.75,
  }),
  pattern({
    name: 'vn-cccd',
    type: 'NATIONAL_ID',
    cites: 'Decree 137/2015/ND-CP (Vietnam)',
    looksLike: /\d{12}|\d{9}/,
    label: ['cccd', 'căn cước', 'căn cước công dân', 'cmnd', 'chứng minh nhân dân', 'số định danh'],
    needsContext: true,
    score: 0.65,
  }),
  pattern({
    name: 'ph-tin',
    type: 'TAX_ID',
    cites: 'National Internal Revenue Code (Philippines) section 236',
    looksLike: [
      { pattern: 'with branch', regexp: /\d{3}-\d{3}-\d{3}-\d{3,5}/ },
      { pattern: 'digits', regexp: /\d{3}-?\d{3}-?\d{3}(?:\d{3,5})?/, needsContext: true },
    ],
    holds: isPhilippineTin,
    check: 'mod11',
    near: ['tin', 'bir'],
    score: 0.5,
  }),
  pattern({
    name: 'asia-labelled',
    type: 'NATIONAL_ID',
    cites:
      'Philippine Identification System Act; HKID (Registration of Persons Regulations); GB/T, CNIC (NADRA)',
    looksLike:
      /[A-Z]\d{9}|[A-Z]{1,2}\d{6}\(?[0-9A]\)?|\d{4}-\d{4}-\d{4}(?:-\d{4})?|\d{5}-\d{7}-\d|\d{2}-\d{9}-\d|\d{9,16}/i,
    label: [
      'psn',
      'philsys',
      'philid',
      'umid',
      'hkid',
      'cnic',
      'nicop',
      'nik',
      'ktp',
      'nid',
      'teudat zehut',
      'emirates id',
      'iqama',
      'national id',
    ],
    needsContext: true,
    score: 0.6,
  }),
];

// SPDX-License-Identifier: Apache-2.0
import { allSame, digitsOf, weightedSum } from '../digits.ts';
import { luhn } from '../luhn.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';

const isSin = (match: string) => /^[1-79]/.test(match) && !allSame(match) && luhn(match);

const checkOf = (match: string, weights: readonly number[]) => {
  const remainder = weightedSum(match, weights) % 11;
  return remainder < 2 ? 0 : 11 - remainder;
};

/** Receita Federal: two digits modulo 11. */
export const isCpf = (match: string): boolean => {
  const digits = digitsOf(match);
  return (
    !allSame(match) &&
    checkOf(match, [10, 9, 8, 7, 6, 5, 4, 3, 2]) === digits[9] &&
    checkOf(match, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === digits[10]
  );
};

const isCnpj = (match: string) => {
  const digits = digitsOf(match);
  return (
    !allSame(match) &&
    checkOf(match, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === digits[12] &&
    checkOf(match, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === digits[13]
  );
};

/** RENAPO: values of a 37-letter alphabet, weights 18 to 2, modulo 10. */
const isCurp = (match: string) => {
  const alphabet = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
  const sum = Array.from(match.toUpperCase().slice(0, 17)).reduce(
    (total, each, at) => total + alphabet.indexOf(each) * (18 - at),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(match.at(-1));
};

const isRut = (match: string) => {
  const compact = match.replace(/[.-]/g, '').toUpperCase();
  const sum = digitsOf(compact.slice(0, -1))
    .reverse()
    .reduce((total, digit, at) => total + digit * (2 + (at % 6)), 0);
  return '0123456789K0'.charAt((11 - (sum % 11)) % 11) === compact.at(-1);
};

export const americas: readonly PatternRecognizer[] = [
  pattern({
    name: 'ca-sin',
    type: 'NATIONAL_ID',
    cites: 'Employment Insurance Act (Canada) section 138',
    looksLike: /(?<!\d )\d{3}([- ]?)\d{3}\1\d{3}/,
    holds: isSin,
    check: 'luhn',
    near: ['sin', 'social insurance', 'nas', 'numéro d’assurance sociale', "numéro d'assurance sociale"],
    score: 0.55,
  }),
  pattern({
    name: 'ca-health-card',
    type: 'MEMBER',
    cites: 'Health Insurance Act (Ontario) section 11; Regulation 552',
    looksLike: /\d{4}[- ]?\d{3}[- ]?\d{3}(?:[- ]?[A-Z]{1,2})?|[A-Z]{4} ?\d{4} ?\d{4}/i,
    near: ['health card', 'ohip', 'ramq', 'carte soleil', 'health number', 'phn', 'msp'],
    needsContext: true,
    score: 0.65,
  }),
  pattern({
    name: 'br-cpf',
    type: 'NATIONAL_ID',
    cites: 'Instrução Normativa RFB 2172/2024',
    looksLike: /\d{3}\.\d{3}\.\d{3}-\d{2}|\d{11}/,
    holds: isCpf,
    check: 'mod11',
    near: ['cpf', 'cadastro de pessoas'],
    score: 0.7,
  }),
  pattern({
    name: 'br-cnpj',
    type: 'TAX_ID',
    cites: 'Instrução Normativa RFB 2119/2022',
    looksLike: /\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}|\d{14}/,
    holds: isCnpj,
    check: 'mod11',
    near: ['cnpj'],
    score: 0.7,
  }),
  pattern({
    name: 'mx-curp',
    type: 'NATIONAL_ID',
    cites: 'Ley General de Población article 91; RENAPO',
    looksLike: [
      { pattern: 'checked', regexp: /[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d/i, holds: isCurp },
      {
        pattern: 'form',
        regexp:
          /[A-Z][AEIOUX][A-Z]{2}\d{6}[HM](?:AS|BC|BS|CC|CH|CL|CM|CS|DF|DG|GR|GT|HG|JC|MC|MN|MS|NE|NL|NT|OC|PL|QR|QT|SL|SP|SR|TC|TL|TS|VZ|YN|ZS)[A-Z]{3}[A-Z0-9]\d/i,
      },
    ],
    score: 0.9,
  }),
  pattern({
    name: 'mx-rfc',
    type: 'TAX_ID',
    cites: 'Código Fiscal de la Federación article 27',
    looksLike: /[A-ZÑ&]{3,4}-?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?[A-Z0-9]{2}[0-9A]/i,
    near: ['rfc', 'registro federal'],
    score: 0.7,
  }),
  pattern({
    name: 'cl-rut',
    type: 'NATIONAL_ID',
    cites: 'Decreto Supremo 1220 (Chile)',
    looksLike: /\d{1,2}\.\d{3}\.\d{3}-[0-9K]|\d{7,8}-[0-9K]/i,
    holds: isRut,
    check: 'mod11',
    near: ['rut', 'run', 'cédula'],
    score: 0.6,
  }),
  pattern({
    name: 'ar-dni',
    type: 'NATIONAL_ID',
    cites: 'Ley 17.671 (Argentina)',
    looksLike: /\d{2}\.?\d{3}\.?\d{3}|(?:20|2[3-7]|30|33|34)-\d{8}-\d/,
    label: ['dni', 'cuit', 'cuil', 'cédula', 'cedula', 'documento', 'c.c.'],
    needsContext: true,
    score: 0.6,
  }),
];

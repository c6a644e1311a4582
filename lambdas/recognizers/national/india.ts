// SPDX-License-Identifier: Apache-2.0
import { allSame, digitsOf } from '../digits.ts';
import { pattern, type PatternRecognizer } from '../recognizer.ts';
import { verhoeff } from '../verhoeff.ts';

const isPalindrome = (match: string) => {
  const digits = digitsOf(match);
  return digits.join('') === digits.reverse().join('');
};

export const india: readonly PatternRecognizer[] = [
  pattern({
    name: 'in-aadhaar',
    type: 'NATIONAL_ID',
    cites: 'Aadhaar Act 2016; UIDAI numbering scheme',
    looksLike: [
      { pattern: 'checked', regexp: /(?<!\d )[2-9]\d{3}([ :-]?)\d{4}\1\d{4}/ },
      {
        pattern: 'labelled',
        regexp: /[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}/,
        needsContext: true,
        holds: () => true,
        score: 0.5,
      },
    ],
    holds: (match) => verhoeff(match) && !isPalindrome(match),
    check: 'verhoeff',
    label: ['aadhaar', 'aadhar', 'uid', 'uidai', 'आधार', 'आधार संख्या'],
    score: 0.65,
  }),
  pattern({
    name: 'in-pan',
    type: 'TAX_ID',
    cites: 'Income-tax Act 1961 section 139A',
    looksLike: /[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]/i,
    near: ['pan', 'permanent account', 'income tax'],
    score: 0.8,
  }),
  pattern({
    name: 'in-pan-labelled',
    type: 'TAX_ID',
    cites: 'Income-tax Act 1961 section 139A',
    looksLike: /[A-Z]{5}\d{4}[A-Z]/i,
    near: ['pan', 'permanent account', 'income tax'],
    needsContext: true,
    alone: true,
    score: 0.6,
  }),
  pattern({
    name: 'in-gstin',
    type: 'TAX_ID',
    cites: 'CGST Rules 2017 rule 10',
    looksLike: /(?:0[1-9]|[12]\d|3[0-7]|97|99)[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]/i,
    score: 0.9,
  }),
  pattern({
    name: 'in-voter',
    type: 'NATIONAL_ID',
    cites: 'Registration of Electors Rules 1960 rule 28',
    looksLike: /[A-Z]{3}\d{7}/,
    near: ['voter', 'epic', 'election', 'elector'],
    // Publications and trials are cited in the same form.
    holds: (match) => !/^(?:PMC|NCT|DOI|RFC|ISO|CVE|CAS|ICD|CPT)/.test(match),
    score: 0.55,
  }),
  pattern({
    name: 'in-abha',
    type: 'MEMBER',
    cites: 'Ayushman Bharat Digital Mission, Health ID guidelines',
    looksLike: [
      { pattern: 'number', regexp: /\d{2}-\d{4}-\d{4}-\d{4}/, score: 0.75 },
      {
        pattern: 'digits',
        regexp: /\d{14}|\d{2} \d{4} \d{4} \d{4}|\d{4} \d{4} \d{4} \d{2}/,
        needsContext: true,
      },
    ],
    holds: (match) => !allSame(match),
    near: ['abha', 'health id', 'ayushman', 'आभा'],
    score: 0.6,
  }),
  pattern({
    name: 'in-payment-address',
    type: 'ACCOUNT',
    cites: 'NPCI UPI procedural guidelines; ABDM address',
    looksLike:
      /[a-z0-9][\w.-]{1,60}@(?:abdm|sbx|upi|ybl|ibl|axl|paytm|okaxis|okicici|oksbi|okhdfcbank|apl|icici|sbi|hdfcbank|kotak|barodampay)/i,
    score: 0.85,
  }),
  pattern({
    name: 'in-ration-card',
    type: 'NATIONAL_ID',
    cites: 'National Food Security Act 2013',
    looksLike: /(?=[A-Z]{0,4}[- ]?\d)[A-Z0-9-]{8,15}/i,
    label: ['ration card', 'ration card number', 'राशन कार्ड'],
    needsContext: true,
    score: 0.6,
  }),
];

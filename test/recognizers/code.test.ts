// SPDX-License-Identifier: Apache-2.0
import { code, hyphenated, labelledNational, uuid } from '../../lambdas/recognizers/code.ts';
import { recognizes } from './table.ts';

recognizes(code, {
  finds: [
    ['an ID', '(ID: 88412003)', '88412003'],
    ['an identifier in a sentence', 'her identification number is 8841-2003', '8841-2003'],
  ],
  ignores: [
    ['a count', '88412003 people'],
    ['a year', 'ID 2024'],
    ['infectious diseases', 'ID consult in 24 hours'],
    ['three digits', 'id 123'],
  ],
});
recognizes(labelledNational, {
  finds: [
    ['a number whose check digit is wrong', 'PESEL: 88031512340', '88031512340'],
    ['another with its label in the sentence', 'her NHS number is 943 476 5918', '943 476 5918'],
    ['a social insurance number', 'SIN number: 123-456-780', '123-456-780'],
  ],
  ignores: [
    ['too short', 'PESEL 8803'],
    ['a Spanish word', 'sin 120000 pesos'],
    ['no label', '88031512340'],
  ],
});
recognizes(hyphenated, {
  finds: [
    ['a plan', 'issues with HMX-448120', 'HMX-448120'],
    ['one in two groups', 'her EOB-331-7781 shows', 'EOB-331-7781'],
    ['a case', 'case #QW-448120', 'QW-448120'],
  ],
  ignores: [
    ['a trial', 'NCT-04481203'],
    ['a standard', 'ISO-27001'],
    ['a virus', 'COVID-19'],
    ['a standard and its year', 'ISO-9001-2015'],
    ['an interleukin', 'IL-6 of 1200'],
    ['lower case', 'hmx-448120'],
  ],
});
recognizes(uuid, {
  finds: [['one', '0191f2c4-7a3b-7c1d-9e2f-5a6b7c8d9e0f', '0191f2c4-7a3b-7c1d-9e2f-5a6b7c8d9e0f']],
  ignores: [
    ['a group too short', '0191f2c4-7a3b-7c1d-9e2f-5a6b7c8d9e0'],
    ['a letter beyond f', '0191f2c4-7a3b-7c1d-9e2f-5a6b7c8d9e0g'],
  ],
});

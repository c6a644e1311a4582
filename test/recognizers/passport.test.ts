// SPDX-License-Identifier: Apache-2.0
import { passport } from '../../lambdas/recognizers/passport.ts';
import { recognizes } from './table.ts';

recognizes(passport, {
  finds: [
    ['a letter and eight digits', 'passport X44812093', 'X44812093'],
    ['nine digits beside the word', 'passport number 448120937', '448120937'],
    ['two letters and seven digits', 'QW4481209', 'QW4481209'],
    ['Germany by its check digit', 'CF4KX7287', 'CF4KX7287'],
    ['Korea with a letter inside', 'M448Q1209', 'M448Q1209'],
    ['India', 'T4481209', 'T4481209'],
    ['Spain', 'pasaporte QWE448120', 'QWE448120'],
    ['lower case', 'qw4481209', 'qw4481209'],
    ['series and number', 'passport 75 4481200', '75 4481200'],
  ],
  ignores: [
    ['two numbers', 'rooms 75 4481200'],
    ['nine digits without a word', '448120937'],
    ['two letters and eight digits', 'QW44812093'],
    ['two letters and six digits', 'QW448120'],
    ['the word alone', 'renew a passport in 6 weeks'],
    ['a German one with a wrong check digit', 'CF4KX7286'],
    ['a number of weeks', 'passport in 12 weeks'],
    ['a fee', 'passport fee 165'],
    ['an office', 'the passport office opens at 8'],
    ['letters only', 'passport ABCDEFGHI'],
    ['a year', 'passport issued 2019'],
  ],
});

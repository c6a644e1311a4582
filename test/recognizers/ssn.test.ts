// SPDX-License-Identifier: Apache-2.0
import { ssn } from '../../lambdas/recognizers/ssn.ts';
import { recognizes } from './table.ts';

recognizes(ssn, {
  finds: [
    ['strokes and spaces beside the word', 'ssn 412 / 73 / 9058', '412 / 73 / 9058'],
    ['the usual form', 'His SSN is 412-73-9058.', '412-73-9058'],
    ['the usual form without a word', 'on file: 412-73-9058', '412-73-9058'],
    ['dots', '412.73.9058', '412.73.9058'],
    ['spaces', 'social security number 412 73 9058', '412 73 9058'],
    ['digits alone beside the word', 'SSN: 412739058', '412739058'],
    ['a number nobody was given, but labelled', 'SSN 900-12-3456', '900-12-3456'],
    ['the last four', 'SSN ending in 9058', '9058'],
    ['the last four, the other way round', 'last four of her social is 9058', '9058'],
    ['spaced digits beside the word', 'ssn: 4 1 2 7 3 9 0 5 8', '4 1 2 7 3 9 0 5 8'],
    ['masked digits beside the word', 'SSN XXX-XX-9058', 'XXX-XX-9058'],
  ],
  ignores: [
    ['area 000', '000-73-9058'],
    ['area 666', '666-73-9058'],
    ['area 9xx', '987-65-4321'],
    ['group 00', '412-00-9058'],
    ['serial 0000', '412-73-0000'],
    ['the number printed on wallet cards', '078-05-1120'],
    ['one digit all over', '111-11-1111'],
    ['nine digits without context', 'order 412739058 was shipped'],
    ['a longer number', '412-73-90581'],
    ['a part of a longer number', '1412-73-9058'],
    ['a telephone number', '(412) 739-0581'],
    ['a ZIP+4', 'Pittsburgh, PA 15213-4127'],
  ],
});

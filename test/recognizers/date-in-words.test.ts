// SPDX-License-Identifier: Apache-2.0
import { dateInWords } from '../../lambdas/recognizers/date-in-words.ts';
import { recognizes } from './table.ts';

recognizes(dateInWords, {
  finds: [
    [
      'day, month and year',
      'born on the third of March, nineteen eighty-two, in',
      'the third of March, nineteen eighty-two',
    ],
    [
      'month first, with its year',
      'dob march third nineteen fifty one chief',
      'march third nineteen fifty one',
    ],
    ['a year in digits', 'seen March third, 2021 for', 'March third, 2021'],
    ['day and month', 'the twenty-second of May, she fell', 'the twenty-second of May'],
    ['a month and a day', 'surgery October tenth went well', 'October tenth'],
    ['a day that could count', 'back on June second, please', 'June second'],
    ['a month that is a verb', 'due on May first', 'May first'],
    ['a number and no ordinal', 'january five two thousand and six', 'january five two thousand and six'],
    [
      'a year of this century',
      'the ninth day of July in twenty twenty-five',
      'the ninth day of July in twenty twenty-five',
    ],
    ['a day in digits', '12 March nineteen hundred and forty', '12 March nineteen hundred and forty'],
    ['what happened on the holiday', 'injured on the Fourth of July', 'the Fourth of July'],
    ['capitals', 'ADMITTED ON THE FIFTH OF JUNE', 'THE FIFTH OF JUNE'],
  ],
  ignores: [
    ['a motion', 'I may second that motion'],
    ['those who come first', 'May first responders get the vaccine?'],
    ['what is done at first', 'we may first try ibuprofen'],
    ['doses', 'June second doses were delayed'],
    ['a line of treatment', 'In March first-line therapy changed'],
    ['a marching order', 'march third in line'],
    ['the holiday itself', 'a Fourth of July sale'],
    ['a century', 'the nineteenth of its kind'],
    ['a bare year', 'in nineteen eighty-two'],
    ['a month and its year', 'August two thousand patients came'],
    ['the date of a law', 'the Act of the third of May'],
    ['a number of months', 'the second of three visits in May'],
  ],
});

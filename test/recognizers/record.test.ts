// SPDX-License-Identifier: Apache-2.0
import { record } from '../../lambdas/recognizers/record.ts';
import { recognizes } from './table.ts';

recognizes(record, {
  finds: [
    ['an accession', 'Accession number: S24-10331', 'S24-10331'],
    ['an encounter', 'encounter #88210034', '88210034'],
    ['a prescription', 'Rx number 6620117', '6620117'],
    ['a case', 'case no. 2024-CV-01933', '2024-CV-01933'],
    ['a study subject', 'subject ID 104-0027', '104-0027'],
    ['an authorisation', 'prior authorization A99201837', 'A99201837'],
  ],
  ignores: [
    ['an encounter without a number', 'encounter for screening'],
    ['a year', 'reference 2019'],
    ['a number without a label', '88210034'],
    ['cases', '3 cases of 4500 patients'],
    ['an order of magnitude', 'in order to give 5000 units'],
  ],
});

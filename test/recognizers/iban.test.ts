// SPDX-License-Identifier: Apache-2.0
import { iban } from '../../lambdas/recognizers/iban.ts';
import { recognizes } from './table.ts';

recognizes(iban, {
  finds: [
    ['Germany, together', 'DE12500105170648489890', 'DE12500105170648489890'],
    ['Germany, in groups', 'IBAN DE12 5001 0517 0648 4898 90', 'DE12 5001 0517 0648 4898 90'],
    ['the United Kingdom with letters', 'GB29 NWBK 6016 1331 9268 19', 'GB29 NWBK 6016 1331 9268 19'],
    ['France with a letter inside', 'FR1420041010050500013M02606', 'FR1420041010050500013M02606'],
    ['the shortest', 'NO93 8601 1117 947', 'NO93 8601 1117 947'],
    ['lower case', 'de12500105170648489890', 'de12500105170648489890'],
    ['words right behind it', 'DE12 5001 0517 0648 4898 90 is mine', 'DE12 5001 0517 0648 4898 90'],
  ],
  ignores: [
    ['a wrong check digit', 'DE13500105170648489890'],
    ['one digit too few', 'DE1250010517064848989'],
    ['one digit too many', 'DE125001051706484898901'],
    ['a letter where the country has digits', 'DE12 5001 A517 0648 4898 90'],
    ['mixed case', 'GB29 NwBK 6016 1331 9268 19'],
    ['a country without IBAN', 'US12500105170648489890'],
    ['slashes', 'DE12/5001/0517/0648/4898/90'],
  ],
});

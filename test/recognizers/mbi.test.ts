// SPDX-License-Identifier: Apache-2.0
import { mbi } from '../../lambdas/recognizers/mbi.ts';
import { recognizes } from './table.ts';

recognizes(mbi, {
  finds: [
    ['hyphens', '3GT7-WD2-HN46', '3GT7-WD2-HN46'],
    ['together', 'Medicare 3GT7WD2HN46', '3GT7WD2HN46'],
    ['lower case', 'mbi 3gt7wd2hn46', '3gt7wd2hn46'],
  ],
  ignores: [
    ['a first digit of 0', '0GT7-WD2-HN46'],
    ['a letter that is not used', '3LT7-WD2-HN46'],
    ['too short', '3GT7-WD2-HN4'],
    ['too long', '3GT7WD2HN467'],
    ['a letter at the end', '3GT7-WD2-HN4B'],
  ],
});

// SPDX-License-Identifier: Apache-2.0
import { itin } from '../../lambdas/recognizers/itin.ts';
import { recognizes } from './table.ts';

recognizes(itin, {
  finds: [
    ['the usual form', '912-71-3456', '912-71-3456'],
    ['the label and no marks', 'ITIN 912713456', '912713456'],
    ['one mark missing', '91271-3456', '91271-3456'],
    ['group 94', '933-94-1201', '933-94-1201'],
  ],
  ignores: [
    ['group 89, which is not issued', '912-89-3456'],
    ['group 93', '912-93-3456'],
    ['a first digit other than 9', '812-71-3456'],
    ['digits alone without context', '912713456'],
    ['a longer number', '912-71-34567'],
  ],
});

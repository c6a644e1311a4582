// SPDX-License-Identifier: Apache-2.0
import { labelledRouting, routing, sortCode } from '../../lambdas/recognizers/routing.ts';
import { recognizes } from './table.ts';

recognizes(routing, {
  finds: [
    ['nine digits', 'routing number 028840307', '028840307'],
    ['the fraction form', '0288-4030-7', '0288-4030-7'],
    ['without a word', '319817719', '319817719'],
  ],
  ignores: [
    ['a wrong check digit', 'routing 028840308'],
    ['no such district', '538840302'],
    ['ten digits', '0288403075'],
    ['all zeros', '000000000'],
    ['a telephone number', '028-840-3078'],
  ],
});
recognizes(labelledRouting, {
  finds: [['a mistyped one', 'ABA: 028840308', '028840308']],
  ignores: [
    ['the same without its label', '028840308'],
    ['another label', 'invoice 028840308'],
  ],
});
recognizes(sortCode, {
  finds: [
    ['with hyphens', 'sort code 20-41-77', '20-41-77'],
    ['digits', 'Sort Code: 204177', '204177'],
  ],
  ignores: [
    ['a date', 'on 20-04-17'],
    ['six digits', '204177'],
  ],
});

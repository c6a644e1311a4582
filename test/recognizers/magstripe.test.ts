// SPDX-License-Identifier: Apache-2.0
import { magstripe } from '../../lambdas/recognizers/magstripe.ts';
import { recognizes } from './table.ts';

recognizes(magstripe, {
  finds: [
    [
      'track 1',
      '%B4742078023458889^DOE/JANE^27041010000000000?',
      '%B4742078023458889^DOE/JANE^27041010000000000?',
    ],
    ['track 2', ';4742078023458889=27041010000?', ';4742078023458889=27041010000?'],
  ],
  ignores: [
    ['a card number alone', '4742078023458889'],
    ['an equation', 'x=27041010000?'],
    ['a percentage', '%B12^3^4?'],
  ],
});

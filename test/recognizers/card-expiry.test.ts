// SPDX-License-Identifier: Apache-2.0
import { cardExpiry } from '../../lambdas/recognizers/card-expiry.ts';
import { recognizes } from './table.ts';

recognizes(cardExpiry, {
  finds: [
    ['the short form', 'exp 04/27', '04/27'],
    ['the long form', 'expiration date: 11/2028', '11/2028'],
    ['as printed on the card', 'VALID THRU 09/26', '09/26'],
    ['a hyphen', 'expires 4-27', '4-27'],
  ],
  ignores: [
    ['a month without a label', 'given 04/27'],
    ['a thirteenth month', 'exp 13/27'],
    ['a year long past', 'exp 04/07'],
    ['a ratio', 'expiratory ratio 1/20'],
  ],
});

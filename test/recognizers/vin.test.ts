// SPDX-License-Identifier: Apache-2.0
import { labelledVin, vin } from '../../lambdas/recognizers/vin.ts';
import { recognizes } from './table.ts';

recognizes(vin, {
  finds: [
    ['seventeen characters', 'VIN 8LWXW2EW9E0EJ1671', '8LWXW2EW9E0EJ1671'],
    ['lower case', '5a17svh65pkv18456', '5a17svh65pkv18456'],
  ],
  ignores: [
    ['a wrong check digit', '8LWXW2EW8E0EJ1671'],
    ['a letter O', '8LWXW2EW9EOEJ1671'],
    ['sixteen characters', '8LWXW2EW9E0EJ167'],
    ['seventeen digits', '11111111111111111'],
  ],
});
recognizes(labelledVin, {
  finds: [['one without a check digit', 'chassis number WRX12345678901234', 'WRX12345678901234']],
  ignores: [
    ['the same without its label', 'WRX12345678901234'],
    ['a word after the label', 'VIN decoding'],
  ],
});

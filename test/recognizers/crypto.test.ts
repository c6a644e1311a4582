// SPDX-License-Identifier: Apache-2.0
import { crypto } from '../../lambdas/recognizers/crypto.ts';
import { recognizes } from './table.ts';

recognizes(crypto, {
  finds: [
    ['a first address', '1CPKPuvvqPua8ZKXSpzVAoiwgUQz4j1vz2', '1CPKPuvvqPua8ZKXSpzVAoiwgUQz4j1vz2'],
    [
      'a script address',
      'send to 3PwhLJ92eVqF83Wj6ENzwDzhVAvrhkUMc7 now',
      '3PwhLJ92eVqF83Wj6ENzwDzhVAvrhkUMc7',
    ],
    [
      'a witness address',
      'bc1q5tyuuefkwznpa5n5lf7dvjrv5k7ptv0vwj55wc',
      'bc1q5tyuuefkwznpa5n5lf7dvjrv5k7ptv0vwj55wc',
    ],
    ['Ethereum', '0x52908400098527886E0F7030069857D2E4169EE7', '0x52908400098527886E0F7030069857D2E4169EE7'],
  ],
  ignores: [
    ['a changed letter', '1CPKPuvvqPua8ZKXSpzVAoiwgUQz4j1vz3'],
    ['a witness address with a changed letter', 'bc1q5tyuuefkwznpa5n5lf7dvjrv5k7ptv0vwj55wd'],
    ['mixed case in a witness address', 'bc1Q5tyuuefkwznpa5n5lf7dvjrv5k7ptv0vwj55wc'],
    ['39 hexadecimal digits', '0x52908400098527886E0F7030069857D2E4169EE'],
  ],
});

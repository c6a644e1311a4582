// SPDX-License-Identifier: Apache-2.0
import { dea } from '../../lambdas/recognizers/dea.ts';
import { recognizes } from './table.ts';

recognizes(dea, {
  finds: [
    ['two letters and seven digits', 'DEA BJ8840363', 'BJ8840363'],
    ['without a word', 'BJ1730868', 'BJ1730868'],
    ['a digit in the second place', 'B98840363', 'B98840363'],
  ],
  ignores: [
    ['a wrong check digit', 'DEA BJ8840364'],
    ['a letter no registrant has', 'QJ8840363'],
    ['six digits', 'BJ884036'],
    ['eight digits', 'BJ88403631'],
  ],
});

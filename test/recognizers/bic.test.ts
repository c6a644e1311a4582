// SPDX-License-Identifier: Apache-2.0
import { bic } from '../../lambdas/recognizers/bic.ts';
import { recognizes } from './table.ts';

recognizes(bic, {
  finds: [
    ['eight characters', 'BIC: QWERDEFF', 'QWERDEFF'],
    ['eleven characters', 'SWIFT code QWERGB2LXXX', 'QWERGB2LXXX'],
    ['its own line', 'QWERFRPP\nParis', 'QWERFRPP'],
  ],
  ignores: [
    ['a word in capitals without context', 'the PATIENTS were seen'],
    ['no such country', 'BIC: QWERQQFF'],
    ['nine characters', 'SWIFT QWERDEFFX'],
    ['lower case', 'swift qwerdeff'],
  ],
});

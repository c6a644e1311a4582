// SPDX-License-Identifier: Apache-2.0
import { cvv } from '../../lambdas/recognizers/cvv.ts';
import { recognizes } from './table.ts';

recognizes(cvv, {
  finds: [
    ['the label and three digits', 'CVV: 482', '482'],
    ['a sentence', 'the security code is 482', '482'],
    ['four digits', 'CVC2 4821', '4821'],
    ['lower case', 'cvv 482', '482'],
    ['an equals sign', 'csc=482', '482'],
  ],
  ignores: [
    ['three digits alone', '482'],
    ['five digits', 'CVV 48212'],
    ['another word', 'CVVH 482'],
    ['the label without digits', 'Where do I find the CVV?'],
    ['a security in general', 'security 24 hours'],
    ['a code in general', 'dress code 482'],
    ['a version', 'CVV2 is a standard'],
  ],
});

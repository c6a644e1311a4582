// SPDX-License-Identifier: Apache-2.0
import { ein } from '../../lambdas/recognizers/ein.ts';
import { recognizes } from './table.ts';

recognizes(ein, {
  finds: [
    ['the usual form', 'EIN: 47-2810394', '47-2810394'],
    ['other words for it', 'our federal tax ID is 12-8830127', '12-8830127'],
    ['no hyphen', 'FEIN 472810394', '472810394'],
    ['a TIN with its hyphen', 'minor, TIN 88-1239940', '88-1239940'],
  ],
  ignores: [
    ['a TIN in a row', 'TIN 123456789'],
    ['tin as a metal', 'tin of 88-123994'],
    ['no context', 'part 47-2810394'],
    ['a prefix no campus assigns', 'EIN 07-2810394'],
    ['too short', 'EIN 47-281039'],
    ['too long', 'EIN 47-28103945'],
  ],
});

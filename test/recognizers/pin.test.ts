// SPDX-License-Identifier: Apache-2.0
import { pin } from '../../lambdas/recognizers/pin.ts';
import { recognizes } from './table.ts';

recognizes(pin, {
  finds: [
    ['four digits', 'PIN: 7391', '7391'],
    ['a sentence', 'my pin is 7391', '7391'],
    ['a one-time code', 'the OTP is 739120', '739120'],
    ['a changed one', 'set the pin to 7391', '7391'],
    ['a verification code', 'verification code 739120', '739120'],
  ],
  ignores: [
    ['digits alone', '7391'],
    ['a surgical pin', 'pin site clean, 2 pins in place'],
    ['the start of another word', 'pink 7391'],
    ['three digits', 'PIN 739'],
    ['nine digits', 'PIN 739120482'],
  ],
});

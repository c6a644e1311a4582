// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { dropNeverStored, neverStored } from '../../lambdas/privacy/drop-never-stored.ts';
import { recognizers as everyRecognizer } from '../../lambdas/recognizers/index.ts';
import { secrets } from '../../lambdas/recognizers/secrets.ts';
import { identifierTypes } from '../../lambdas/records/identifier.ts';
import { finds } from './people.ts';

const recognizers = [
  finds('CVV', /(?<=cvv )\d{3}/gi),
  finds('PIN', /(?<=pin )\d{4}/gi, 0.45),
  finds('NAME', /Ann Lee/g),
];

describe('what may never be stored', () => {
  it('is what the floor only drops', () => {
    expect(identifierTypes.filter(neverStored)).toEqual([
      'CREDENTIAL',
      'PASSWORD',
      'PIN',
      'CVV',
      'MAGSTRIPE',
    ]);
  });

  it('is looked for by every recognizer that can find it', () => {
    expect(everyRecognizer.filter(({ types }) => types.some(neverStored))).toEqual(secrets);
  });

  it.each([
    ['cvv 123 of Ann Lee', 'cvv [REMOVED] of Ann Lee', 1],
    ['CVV 123, pin 4821', 'CVV [REMOVED], pin [REMOVED]', 2],
    ['cvv １２３', 'cvv [REMOVED]', 1],
    ['cvv &#49;23', 'cvv [REMOVED]', 1],
    ['Ann Lee', 'Ann Lee', 0],
    ['', '', 0],
  ])('is removed: %s', (text, clean, dropped) => {
    expect(dropNeverStored(text, recognizers)).toEqual({ text: clean, dropped });
  });

  it.each([
    ['card 4111 1111 1111 1111, cvv 123, exp 12/29', '123'],
    ['my PIN is 4821', '4821'],
    ['password: hunter2-Horse', 'hunter2-Horse'],
    ['%B4111111111111111^LEE/ANN^29121010000000000000?', '29121010000000000000'],
    ['{"cvv":"123","name":"x"}', '123'],
  ])('is known by the project’s own recognizers: %s', (text, value) => {
    const { text: clean, dropped } = dropNeverStored(text);
    expect(clean).not.toContain(value);
    expect(dropped).toBeGreaterThan(0);
  });

  it.each(['Take 123 mg.', 'Bed 4821 is free.', 'I forgot my password.', 'The PIN was changed.'])(
    'is not seen in ordinary text: %s',
    (text) => {
      expect(dropNeverStored(text)).toEqual({ text, dropped: 0 });
    },
  );

  it('is not written when it cannot be checked', () => {
    const broken = {
      ...finds('PIN', /x/g),
      find: () => {
        throw new Error('4821');
      },
    };
    expect(() => dropNeverStored('pin 4821', [broken])).toThrow(RangeError);
    expect(() => dropNeverStored('pin 4821', [broken])).not.toThrow(/4821/);
  });
});

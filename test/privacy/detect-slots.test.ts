// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { detectSlots } from '../../lambdas/privacy/detect-slots.ts';
import { email, finds, ssn } from './people.ts';

const name = finds('NAME', /JohnSmith/g);
const found = (texts: readonly string[], orders?: readonly (readonly number[])[]) =>
  detectSlots(texts, { recognizers: [ssn, email, name], threshold: 0.5 }, orders).map(
    ({ findings }, slot) => [...new Set(findings.map(({ start, end }) => texts[slot]?.slice(start, end)))],
  );

describe('an identifier over several texts', () => {
  it.each([
    ['two', ['my SSN is 219-09-', '9999, thanks'], [['219-09-'], ['9999']]],
    ['two, with white space', ['my SSN is 219- ', '\n09-9999'], [['219-'], ['09-9999']]],
    ['three', ['219-', '09-', '9999'], [['219-'], ['09-'], ['9999']]],
    [
      'digit by digit',
      ['SSN: 2', '1', '9', '-', '0', '9', '-', '9', '9', '9', '9'],
      [['2'], ['1'], ['9'], ['-'], ['0'], ['9'], ['-'], ['9'], ['9'], ['9'], ['9']],
    ],
    [
      'two, spelled out',
      ['it is two one nine dash zero nine', 'dash nine nine nine nine'],
      [['two one nine dash zero nine'], ['dash nine nine nine nine']],
    ],
    ['an address', ['write to ann@', 'mail.example'], [['ann@'], ['mail.example']]],
  ])('is found: %s', (_, texts, expected) => {
    expect(found(texts)).toEqual(expected);
  });

  it.each([
    ['numbers of two sentences', ['room 219-09', 'and 9999 others']],
    ['a sentence between', ['my SSN is 219-09-', 'what is it?', '9999']],
    ['names', ['I am John', 'Smith works here']],
    ['nothing', ['', '']],
    ['one text', ['219-09-']],
  ])('is not made up from %s', (_, texts) => {
    expect(found(texts).flat()).toEqual([]);
  });

  it('is found in the texts of one author alone, if asked', () => {
    const texts = ['my SSN is 219-09-', 'Go on, please.', '9999'];
    expect(
      found(texts, [
        [0, 1, 2],
        [0, 2],
      ]),
    ).toEqual([['219-09-'], [], ['9999']]);
  });

  it('still reports what stands in one text', () => {
    expect(found(['219-09-9999', 'x'])).toEqual([['219-09-9999'], []]);
  });
});

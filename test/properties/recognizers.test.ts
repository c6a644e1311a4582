// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { recognizers as all } from '../../lambdas/recognizers/index.ts';
import { fc } from '../seeded.ts';
import { processorTime } from '../processor-time.ts';

/** The statistical tagger has properties of its own. */
const recognizers = all.filter(({ name }) => name !== 'tagger');

const fragments = [
  '1',
  '12',
  '123-45-',
  '4111 ',
  'A',
  'a',
  'Aa ',
  'MRN',
  ': ',
  '#',
  ' ',
  '\n',
  '-',
  '.',
  '/',
  ',',
  '@',
  'x@y.',
  '.com',
  'Dr. ',
  'St. ',
  'Street ',
  'rue ',
  'Apt ',
  ' Hospital',
  ', PA ',
  'March ',
  '12/',
  '::',
  'fe80:',
  'password is ',
  '(01)',
  '%B',
  '😀',
  'é',
  "O'",
  'the ',
  '+1 ',
  '(555) ',
];
const text = fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join(''));

describe('every deterministic recognizer', () => {
  it('reports findings inside the text, whatever the text', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const recognizer of recognizers)
          for (const { start, end, type, score } of recognizer.find(given)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(given.length);
            expect(recognizer.types).toContain(type);
            expect(score > 0 && score <= 1).toBe(true);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same thing twice', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const recognizer of recognizers) expect(recognizer.find(given)).toEqual(recognizer.find(given));
      }),
      { numRuns: 100 },
    );
  });

  // Quadratic work on 100,000 characters takes minutes; the bound leaves room for a busy machine.
  it.each([
    ...fragments,
    'Aa-',
    'A. ',
    'a.',
    '1 ',
    '1-',
    'ab12 ',
    '12 Aa ',
    'Aa Bb, ',
    '1/1/',
    'of the ',
    'X<',
    'eyJa.',
    'a@',
    'http://',
    '12 rue de ',
    'x',
  ])(
    'reads 100,000 characters of %j in linear time',
    (unit) => {
      const long = unit.repeat(Math.ceil(100_000 / unit.length));
      for (const recognizer of recognizers) {
        const taken = processorTime(() => recognizer.find(long));
        expect([recognizer.name, taken < 3000]).toEqual([recognizer.name, true]);
      }
    },
    60_000,
  );
});

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { shorten } from '../../../local/demo/shorten.ts';
import { fc } from '../../seeded.ts';

const pieces = fc.constantFrom(
  'a ',
  'word ',
  'longerword',
  '[NAME_1_7K]',
  '[DATE_12_QQ+120d] ',
  '[',
  '😀',
  '\n',
  ', ',
);

describe('shorten', () => {
  it.each([
    ['a short text on one line', 'a\n b', 40, 'a b'],
    ['a longer one up to a space', 'one two three four five six', 20, 'one two three four …'],
    ['never inside a placeholder', 'seen by the doctor [NAME_1_7K] today', 24, 'seen by the doctor …'],
    ['after a placeholder that fits', 'seen by [NAME_1_7K] today at noon', 24, 'seen by [NAME_1_7K] …'],
  ])('cuts %s', (_what, text, limit, short) => expect(shorten(text, limit)).toBe(short));

  it('is at most as long as it may be, and a beginning of the text that breaks no placeholder and no character', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.integer({ min: 30, max: 90 }), (parts, limit) => {
        const line = parts.join('').replaceAll(/\s+/g, ' ').trim();
        const short = shorten(parts.join(''), limit);
        const kept = short.replace(/ …$/, '');
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(line.startsWith(kept)).toBe(true);
        expect(short.isWellFormed()).toBe(true);
        const whole = [...line.matchAll(/\[[A-Z]+_\d+_\w\w(?:\+\d+d)?\]/g)];
        expect(
          whole.some(({ index, 0: found }) => index < kept.length && kept.length < index + found.length),
        ).toBe(false);
      }),
    );
  });
});

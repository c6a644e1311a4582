// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { median, percentile } from '../../bench/percentiles.ts';
import { figure } from '../../bench/table.ts';
import { nasty, note, prompt } from '../../bench/texts.ts';
import { timesOf } from '../../bench/time.ts';
import { fc } from '../seeded.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe('a percentile', () => {
  it.each([
    ['the median of one', [7], 0.5, 7],
    ['the 95th of one', [7], 0.95, 7],
    ['the median of two, the lower', [4, 2], 0.5, 2],
    ['the median of three', [9, 1, 5], 0.5, 5],
    ['the 95th of a hundred', hundred, 0.95, 95],
    ['the 99th of a hundred', hundred, 0.99, 99],
    ['all of them', hundred, 1, 100],
    ['none of them', hundred, 0, 1],
    ['numbers, not words', [10, 9, 100], 1, 100],
  ])('is %s', (_what, measured, share, expected) => expect(percentile(measured, share)).toBe(expected));

  it('of nothing is no number', () => expect(median([])).toBeNaN());

  it('is one that was measured, with at least its share at or below it, and changes nothing', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, share) => {
          const before = [...all];
          const found = percentile(all, share);
          expect(all).toEqual(before);
          expect(all).toContain(found);
          expect(all.filter((each) => each <= found).length).toBeGreaterThanOrEqual(share * all.length);
        },
      ),
    ));
});

it('times every call that counts, and waits for promises', async () => {
  const calls: number[] = [];
  const times = await timesOf(3, 2, async (index) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    calls.push(index);
  });
  expect(calls).toEqual([0, 1, 2, 3, 4]);
  expect(times).toHaveLength(3);
  expect(Math.min(...times)).toBeGreaterThan(3);
});

it.each([
  [1234.5, '1,235'],
  [12.345, '12.3'],
  [0.012345, '0.0123'],
  [Number.NaN, '–'],
  ['FULL', 'FULL'],
])('writes %p as %s', (value, text) => expect(figure(value)).toBe(text));

it('has texts of the length asked for, the same for the same seed', () => {
  expect(prompt(1, 1024)).toHaveLength(1024);
  expect(note(2, 5000)).toBe(note(2, 5000));
  expect(note(2, 5000)).not.toBe(note(3, 5000));
  for (const [, text] of nasty(500, 1, 3)) expect(text).toHaveLength(500);
});

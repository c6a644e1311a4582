// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { boundedMap } from '../lambdas/bounded-map.ts';

describe('a bounded map', () => {
  it('forgets what was used longest ago, and says so', () => {
    const forgotten: string[] = [];
    const map = boundedMap<number, string>(2, (value) => forgotten.push(value));
    map.set(1, 'one');
    map.set(2, 'two');
    expect(map.get(1)).toBe('one');
    map.set(3, 'three');
    expect(map.get(2)).toBeUndefined();
    expect([map.get(1), map.get(3), map.size]).toEqual(['one', 'three', 2]);
    expect(forgotten).toEqual(['two']);
  });

  it('forgets a value that another one takes the place of, but not one that is set again', () => {
    const forgotten: string[] = [];
    const map = boundedMap<number, string>(2, (value) => forgotten.push(value));
    map.set(1, 'old');
    map.set(1, 'old');
    expect(forgotten).toEqual([]);
    map.set(1, 'new');
    expect([map.get(1), map.size]).toEqual(['new', 1]);
    map.delete(1);
    map.delete(1);
    map.set(2, 'two');
    map.clear();
    expect(forgotten).toEqual(['old', 'new', 'two']);
    expect(map.size).toBe(0);
  });

  it('stays within its limit whatever comes', () => {
    const map = boundedMap<number, number>(10);
    for (let index = 0; index < 1000; index += 1) map.set(index % 37, index);
    expect(map.size).toBe(10);
  });
});

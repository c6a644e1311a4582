// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { isClosed, waitFor } from '../../lambdas/api/wait.ts';
import type { Ports } from '../../lambdas/ports.ts';
import { sampleCase } from '../contract/sample-case.ts';

const hour = 3_600_000;

/** Looks that are taken at a case that does not move, on a clock that goes on by 100 ms a look and jumps once. */
async function looks(within: number, jump: number): Promise<number> {
  const item = sampleCase();
  let count = 0;
  let time = 0;
  const get = async () => {
    count += 1;
    time += count === 2 ? jump : 100;
    return item;
  };
  const cases = { get } satisfies Partial<Ports['cases']> as unknown as Ports['cases'];
  await waitFor({ cases, clock: () => time, moved: async () => undefined }, item, within, isClosed);
  return count;
}

describe('a wait', () => {
  it('ends when its time is over', async () => {
    expect(await looks(1000, 100)).toBe(11);
    expect(await looks(0, 100)).toBe(1);
  });

  it('is not made longer by a clock that is set back, and ends where it is set forward', async () => {
    expect(await looks(1000, -hour)).toBe(12);
    expect(await looks(1000, hour)).toBe(3);
  });
});

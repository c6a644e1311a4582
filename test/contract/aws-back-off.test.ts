// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { backOff } from '../../lambdas/aws/back-off.ts';

/** The pauses before so many repetitions, where every random byte is this one. */
async function pauses(byte: number, count: number): Promise<number[]> {
  const slept: number[] = [];
  const again = backOff({
    randomBytes: (bytes) => Buffer.alloc(bytes, byte),
    sleep: async (ms) => slept.push(ms),
  });
  for (let attempt = 0; attempt < count; attempt += 1) await again(attempt);
  return slept;
}

describe('the pause before a repetition', () => {
  it.each([
    ['none at the least', 0, [0, 0, 0, 0, 0, 0, 0]],
    ['half as long on average', 128, [10, 20, 40, 80, 161, 321, 321]],
    ['doubled up to a limit at the most', 255, [20, 40, 80, 160, 320, 640, 640]],
  ])('is %s', async (_what, byte, expected) => expect(await pauses(byte, 7)).toEqual(expected));
});

// SPDX-License-Identifier: Apache-2.0
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { inTurn } from '../../local/in-turn.ts';

describe('in turn', () => {
  it('work of one name runs one after the other, in the order of the calls', async () => {
    const turn = inTurn();
    const log: string[] = [];
    const work = (name: string, wait: number) =>
      turn('same', async () => {
        log.push(`${name} begins`);
        await setTimeout(wait);
        log.push(`${name} ends`);
        return name;
      });
    expect(await Promise.all([work('a', 20), work('b', 1), work('c', 5)])).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('work of different names does not wait', async () => {
    const turn = inTurn();
    const { promise, resolve } = Promise.withResolvers<string>();
    const first = turn('a', () => promise);
    expect(await turn('b', async () => 'b')).toBe('b');
    resolve('a');
    expect(await first).toBe('a');
  });

  it('work goes on after work that failed', async () => {
    const turn = inTurn();
    const failing = turn('a', async () => {
      throw new Error('mine');
    });
    const next = turn('a', async () => 'next');
    await expect(failing).rejects.toThrow('mine');
    expect(await next).toBe('next');
  });
});

// SPDX-License-Identifier: Apache-2.0
import { setTimeout as wait } from 'node:timers/promises';
import type { RandomBytes } from '../ports.ts';
import { systemRandomBytes } from '../sources.ts';

/** Waits before a call is made again: `attempt` 0 is the first repetition. */
export type BackOff = (attempt: number) => Promise<void>;

export type BackOffOptions = Readonly<{
  randomBytes?: RandomBytes;
  sleep?: (ms: number) => Promise<unknown>;
}>;

/** Milliseconds: the longest pause before the first repetition, doubled for each after it, and the longest of all. */
const first = 20;
const longest = 640;

/**
 * Exponential, with full jitter: those who got in each other's way would otherwise meet again. For answers that are not
 * errors to the SDK or the workflow, and which neither of them therefore repeats: a lost race, a batch half done.
 */
export const backOff =
  ({ randomBytes = systemRandomBytes, sleep = wait }: BackOffOptions = {}): BackOff =>
  async (attempt) => {
    const most = Math.min(longest, first * 2 ** attempt);
    const [high = 0, low = 0] = randomBytes(2);
    await sleep(Math.round((most * (high * 256 + low)) / 65_535));
  };

// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '../../../local/machine/sources.ts';

/** A clock that stands still until it is moved; it refuses a timer that setTimeout could not hold. */
export interface TestClock extends Clock {
  /** Moves the clock by so many ms, ringing every timer on the way at its time. */
  advance(ms: number): void;
  readonly timers: number;
}

export function testClock(start = Date.UTC(2026, 0, 1)): TestClock {
  let now = start;
  const timers = new Set<{ at: number; ring: () => void }>();
  return {
    now: () => now,
    setTimer: (ms, ring) => {
      if (ms < 0 || ms > 2 ** 31 - 1) throw new RangeError('a timer takes 0 to 2^31-1 ms');
      const timer = { at: now + ms, ring };
      timers.add(timer);
      return { cancel: () => timers.delete(timer) };
    },
    advance: (ms) => {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.ring();
      }
      now = end;
    },
    get timers() {
      return timers.size;
    },
  };
}

// SPDX-License-Identifier: Apache-2.0

/** Where time and chance come from: parameters, so that tests hold them. */
export interface Sources {
  /** Milliseconds since 1970. */
  now(): number;
  /** A number of [0, 1): the jitter of Retry, and `$random()`. */
  random(): number;
  /** This many bytes from a cryptographic source: task tokens, and `$uuid()`. */
  randomBytes(count: number): Uint8Array;
}

/** A clock with an alarm. `setTimer` takes at most 2^31-1 ms, as setTimeout does. */
export interface Clock {
  now(): number;
  setTimer(ms: number, ring: () => void): { cancel(): void };
}

/** The clock on the wall. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer: (ms, ring) => {
    const timer = setTimeout(ring, ms);
    timer.unref();
    return {
      cancel: () => {
        clearTimeout(timer);
      },
    };
  },
};

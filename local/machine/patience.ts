// SPDX-License-Identifier: Apache-2.0
import type { Clock } from './sources.ts';

/** Milliseconds before what the disk refused is tried again. */
const pauseMs = 1000;

/** Pauses between attempts at a disk that refuses; all of them end when the machine closes. */
export class Patience {
  readonly #clock: Clock;
  readonly #pauses = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  pause(): Promise<void> {
    return new Promise((resolve) => {
      const resume = (): void => {
        timer.cancel();
        this.#pauses.delete(resume);
        resolve();
      };
      const timer = this.#clock.setTimer(pauseMs, resume);
      this.#pauses.add(resume);
    });
  }

  end(): void {
    for (const resume of this.#pauses) resume();
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Clock } from './sources.ts';

/** setTimeout takes 31 bits (24.8 days); an hour also corrects for a clock that was set. */
const longest = 3_600_000;

/** One timer for the earliest of any number of due times: those are in the database. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #at = Infinity;
  #timer: { cancel(): void } | undefined;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** Rings at that time, unless it is set to ring before. */
  by(at: number): void {
    if (at >= this.#at) return;
    this.cancel();
    this.#at = at;
    const wait = Math.min(Math.max(0, at - this.#clock.now()), longest);
    this.#timer = this.#clock.setTimer(wait, () => {
      this.cancel();
      this.#ring();
    });
  }

  cancel(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#at = Infinity;
  }
}

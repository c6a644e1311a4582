// SPDX-License-Identifier: Apache-2.0
import { StorageUnavailable } from '../storage-unavailable.ts';
import { Alarm } from './alarm.ts';
import { dueOf, type Execution } from './execution.ts';
import type { Move } from './move.ts';
import type { Clock } from './sources.ts';
import type { Store } from './store.ts';
import type { MoveOn } from './transition.ts';
import type { Walk } from './walk.ts';

/** Due executions handled at once. */
const page = 256;
/** Milliseconds before a database that cannot be read is read again. */
const again = 1000;

/** Wakes for what is due: ends waits and back-offs, and times out tasks and executions. */
export class Sweeper {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #moveOn: MoveOn;
  readonly #alarm: Alarm;
  readonly #handling = new Set<number>();
  #closed = false;

  constructor(store: Store, clock: Clock, moveOn: MoveOn) {
    this.#store = store;
    this.#clock = clock;
    this.#moveOn = moveOn;
    this.#alarm = new Alarm(clock, () => this.sweep());
  }

  get busy(): boolean {
    return this.#handling.size > 0;
  }

  /** Wakes at that time at the latest. */
  by(due: number): void {
    if (!this.#closed) this.#alarm.by(due);
  }

  close(): void {
    this.#closed = true;
    this.#alarm.cancel();
  }

  /** Handles what is due, a page at a time, the longest overdue first; then sets the alarm for the next. */
  sweep(): void {
    if (this.#closed) return;
    const now = this.#clock.now();
    try {
      const due = this.#store.due(now, page + this.#handling.size).filter((seq) => !this.#handling.has(seq));
      for (const seq of due.slice(0, page)) this.#wake(seq);
      if (due.length > 0) return;
      const next = this.#store.nextDue(now);
      if (next !== null) this.#alarm.by(next);
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      this.#alarm.by(now + again);
    }
  }

  #wake(seq: number): void {
    this.#handling.add(seq);
    const applies = (execution: Execution): boolean => (dueOf(execution) ?? Infinity) <= this.#clock.now();
    const make = (walk: Walk, execution: Execution): Promise<Move> =>
      wake(walk, execution, this.#clock.now());
    void this.#moveOn({ seq, applies, make }).finally(() => {
      this.#handling.delete(seq);
      // The last of a page looks for the next page.
      if (this.#handling.size === 0) this.sweep();
    });
  }
}

function wake(walk: Walk, { deadline, phase, wake: at }: Execution, now: number): Promise<Move> {
  if (deadline <= now) return walk.expired();
  if (phase === 'wait') return walk.waited();
  if (phase === 'retry') return walk.resume();
  const missedHeartbeat = (at ?? Infinity) > now;
  return walk.timedOut(missedHeartbeat);
}

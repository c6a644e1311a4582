// SPDX-License-Identifier: Apache-2.0
import { StorageUnavailable } from '../storage-unavailable.ts';
import type { Patience } from './patience.ts';
import type { Places } from './places.ts';
import type { Store } from './store.ts';
import type { MoveOn } from './transition.ts';

/** Gives free places to the executions that have waited longest for one. */
export class WaitingLine {
  readonly #store: Store;
  readonly #places: Places;
  readonly #patience: Patience;
  readonly #moveOn: MoveOn;
  readonly #called = new Set<number>();
  #scheduled: NodeJS.Immediate | undefined;
  #closed = false;

  constructor(store: Store, places: Places, patience: Patience, moveOn: MoveOn) {
    this.#store = store;
    this.#places = places;
    this.#patience = patience;
    this.#moveOn = moveOn;
  }

  /** Looks, in the next turn, who can have a place. */
  callSoon(): void {
    if (this.#closed || !this.#places.backlog) return;
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = undefined;
      this.#call();
    });
  }

  close(): void {
    this.#closed = true;
    clearImmediate(this.#scheduled);
  }

  #call(): void {
    const { free } = this.#places;
    if (this.#closed || free <= 0) return;
    let waiting: number[];
    try {
      waiting = this.#store.ready(free + this.#called.size);
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      void this.#patience.pause().then(() => this.callSoon());
      return;
    }
    this.#places.backlog = waiting.length > 0;
    for (const seq of waiting.filter((each) => !this.#called.has(each)).slice(0, free)) {
      this.#places.takeInLine();
      this.#called.add(seq);
      void this.#moveOn({
        seq,
        applies: ({ ready }) => ready !== null,
        make: (walk) => walk.resume(),
        place: 'first in line',
      }).finally(() => {
        this.#called.delete(seq);
        this.callSoon();
      });
    }
  }
}

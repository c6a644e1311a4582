// SPDX-License-Identifier: Apache-2.0

/** The bounded number of functions that run at a time. Who wants a place when others wait for one gets in line behind them. */
export class Places {
  readonly #limit: number;
  #used = 0;
  /** Executions wait in the database for a place: nobody may take one before them. */
  backlog: boolean;

  constructor(limit: number, backlog: boolean) {
    this.#limit = limit;
    this.backlog = backlog;
  }

  get free(): number {
    return this.#limit - this.#used;
  }

  /** Takes a place if one is free and nobody waits. */
  take(): boolean {
    if (this.backlog || this.free <= 0) return false;
    this.#used += 1;
    return true;
  }

  /** Takes a place for the first in line. */
  takeInLine(): void {
    this.#used += 1;
  }

  giveBack(): void {
    this.#used -= 1;
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Database } from '../database.ts';
import { StorageUnavailable } from '../storage-unavailable.ts';
import type { Definition } from './definition.ts';
import { dueOf, type Execution } from './execution.ts';
import type { Move, TaskRun } from './move.ts';
import { Patience } from './patience.ts';
import { Places } from './places.ts';
import { Runs } from './runs.ts';
import type { Clock, Sources } from './sources.ts';
import { type Store, Superseded } from './store.ts';
import { Sweeper } from './sweeper.ts';
import type { TaskFunction } from './task-result.ts';
import { tokenDigest } from './task-token.ts';
import type { Transition } from './transition.ts';
import { WaitingLine } from './waiting-line.ts';
import { Walk } from './walk.ts';

export interface EngineParts {
  readonly machine: string;
  readonly database: Database;
  readonly store: Store;
  /** By hash. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly functions: ReadonlyMap<string, TaskFunction>;
  readonly clock: Clock;
  readonly sources: Sources;
  /** Functions that may run at the same time. */
  readonly concurrency: number;
  readonly onClosed: (execution: Execution) => void;
}

/**
 * Moves executions: stores each transition before anything that follows from it happens. It holds nothing that is not in the
 * database but the functions that run.
 */
export class Engine {
  readonly #parts: EngineParts;
  readonly #places: Places;
  readonly #patience: Patience;
  readonly #sweeper: Sweeper;
  readonly #line: WaitingLine;
  readonly #runs: Runs;
  #transitions = 0;
  #closing = false;

  constructor(parts: EngineParts) {
    const { store, clock, concurrency, functions } = parts;
    const moveOn = (transition: Transition): Promise<void> => this.#moveOn(transition);
    this.#parts = parts;
    this.#places = new Places(concurrency, store.ready(1).length > 0);
    this.#patience = new Patience(clock);
    this.#sweeper = new Sweeper(store, clock, moveOn);
    this.#line = new WaitingLine(store, this.#places, this.#patience, moveOn);
    this.#runs = new Runs(functions, this.#places, moveOn);
  }

  /** Begins with the next turn of the event loop, so that what the functions need can be put in place. */
  begin(): void {
    this.#sweeper.by(this.#parts.clock.now());
    this.#line.callSoon();
  }

  get closing(): boolean {
    return this.#closing;
  }

  /** Stores a new execution and what it starts with, if `check` says so in the same transaction; it may refuse by throwing. */
  async create(execution: Execution, check: () => boolean): Promise<void> {
    const { database, store } = this.#parts;
    this.#transitions += 1;
    let place = !this.#closing && this.#places.take();
    try {
      const move = await this.#walk(execution, place).begin();
      const seq = await database.batch(() => {
        if (!check()) return 0;
        const made = store.insert(move.execution, move.events);
        this.#keepToken(move, made);
        return made;
      });
      if (seq > 0 && this.#follow({ ...move.execution, seq, version: 1 }, move.run)) place = false;
    } finally {
      this.#ended(place);
    }
  }

  /** Makes and stores one transition. Gives the execution as stored, or undefined when the transition did not apply any more. */
  async apply(transition: Transition): Promise<Execution | undefined> {
    const { seq, applies, make, patient = false, abort = true } = transition;
    this.#transitions += 1;
    let place = transition.place !== undefined;
    let known = transition.execution;
    try {
      for (;;) {
        try {
          const execution = known ?? this.#parts.store.bySeq(seq);
          if (execution === undefined || !applies(execution)) return undefined;
          place = place || (!this.#closing && this.#places.take());
          const behind = this.#places.backlog && transition.place !== 'first in line';
          const move = await make(this.#walk(execution, place && !behind && !this.#closing), execution);
          await this.#store(move, execution);
          const stored = { ...move.execution, version: move.execution.version + 1 };
          this.#runs.abandon(stored, abort);
          if (this.#follow(stored, move.run)) place = false;
          return stored;
        } catch (error) {
          known = undefined;
          if (error instanceof Superseded) continue;
          if (!(error instanceof StorageUnavailable) || !patient || this.#closing) throw error;
          await this.#patience.pause();
        }
      }
    } finally {
      this.#ended(place);
    }
  }

  /** Resolves when nothing is due and nothing is being stored; and no function runs, unless `exceptRunning`. */
  async idle(exceptRunning: boolean): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      await new Promise((resolve) => (this.#runs.size > 0 ? setTimeout(resolve, 1) : setImmediate(resolve)));
      this.#sweeper.sweep();
      const busy =
        this.#transitions > 0 ||
        this.#sweeper.busy ||
        (this.#runs.size > 0 && !exceptRunning) ||
        (this.#places.backlog && this.#places.free > 0);
      quiet = busy ? 0 : quiet + 1;
    }
  }

  /** Takes nothing new; waits so many ms for the running functions; what still runs then starts again at the next opening. */
  async close(graceMs: number): Promise<void> {
    this.#closing = true;
    this.#sweeper.close();
    this.#line.close();
    this.#patience.end();
    let over = graceMs <= 0;
    const timer = this.#parts.clock.setTimer(Math.max(0, graceMs), () => (over = true));
    while ((this.#runs.size > 0 && !over) || this.#transitions > 0)
      await new Promise((resolve) => setTimeout(resolve, 1));
    timer.cancel();
    this.#runs.abortAll();
  }

  #walk(execution: Execution, mayRun: boolean): Walk {
    const { machine, definitions, sources } = this.#parts;
    const definition = definitions.get(execution.definition);
    if (definition === undefined) throw new Error('an open execution has a definition that is not loaded');
    return new Walk({ machine, definition, sources, mayRun }, execution);
  }

  #store(move: Move, before: Execution): Promise<void> {
    return this.#parts.database.batch(() => {
      this.#parts.store.update(move.execution, move.events, before);
      this.#keepToken(move, move.execution.seq);
    });
  }

  #keepToken({ run, execution }: Move, seq: number): void {
    if (run?.token !== undefined) this.#parts.store.addToken(tokenDigest(run.token), seq, execution.task);
  }

  /** After the commit: sets the alarm, tells of a close, calls the function. True when that took over the place. */
  #follow(stored: Execution, run: TaskRun | undefined): boolean {
    if (stored.ready !== null) this.#places.backlog = true;
    const due = dueOf(stored);
    if (due === null) this.#parts.onClosed(stored);
    else this.#sweeper.by(due);
    if (run !== undefined) this.#runs.launch(stored, run);
    return run !== undefined;
  }

  #ended(place: boolean): void {
    if (place) this.#places.giveBack();
    this.#transitions -= 1;
    this.#line.callSoon();
  }

  async #moveOn(transition: Transition): Promise<void> {
    try {
      await this.apply({ ...transition, patient: true });
    } catch (error) {
      // What does not get through while closing is done at the next opening.
      if (!this.#closing) throw error;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Database } from '../database.ts';
import { StorageUnavailable } from '../storage-unavailable.ts';
import { Alarm } from './alarm.ts';
import type { Definition } from './definition.ts';
import { dueOf, type Execution } from './execution.ts';
import type { Clock, Sources } from './sources.ts';
import { type Store, Superseded } from './store.ts';
import { call, type TaskFunction, type TaskResult } from './task-result.ts';
import { tokenDigest } from './task-token.ts';
import type { Move, TaskRun } from './move.ts';
import { Walk } from './walk.ts';

/** Milliseconds before a transition that the disk refused is tried again. */
const patience = 1000;
/** Due executions handled at once. */
const page = 256;

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

/** How a transition is made of an execution; undefined when it is too late for it. */
export interface Transition {
  readonly seq: number;
  /** Saves reading it; may be outdated. */
  readonly execution?: Execution;
  /** Whether this transition still applies: asked again whenever somebody else was first. */
  readonly applies: (execution: Execution) => boolean;
  readonly make: (walk: Walk, execution: Execution) => Promise<Move>;
  /** A place that is already held. */
  readonly place?: 'held' | 'first in line';
  /** Tries again until the disk takes it; otherwise the caller gets StorageUnavailable. */
  readonly patient?: boolean;
  /** Whether a function that is still running for the attempt is told to stop. Default true. */
  readonly abort?: boolean;
}

interface Run {
  readonly task: number;
  readonly controller: AbortController;
}

/**
 * Moves executions: stores each transition before anything that follows from it happens, runs functions in a bounded number of
 * places, first come first served, and wakes up for what is due. It holds nothing that is not in the database but the running functions.
 */
export class Engine {
  readonly #parts: EngineParts;
  readonly #alarm: Alarm;
  readonly #runs = new Map<number, Run>();
  readonly #dispatching = new Set<number>();
  readonly #handling = new Set<number>();
  readonly #pauses = new Set<() => void>();
  #placesUsed = 0;
  #transitions = 0;
  /** Somebody waits for a place: nobody may take one before them. */
  #backlog: boolean;
  #pump: NodeJS.Immediate | undefined;
  #closing = false;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#backlog = parts.store.ready(1).length > 0;
    this.#alarm = new Alarm(parts.clock, () => this.sweep());
  }

  /** Begins with the next turn of the event loop, so that what the functions need can be put in place. */
  begin(): void {
    this.#alarm.by(this.#parts.clock.now());
    this.#pumpSoon();
  }

  get closing(): boolean {
    return this.#closing;
  }

  /** Stores a new execution and what it starts with. `check` runs in the same transaction and may refuse by throwing. */
  async create(execution: Execution, check: () => boolean): Promise<void> {
    const { database, store } = this.#parts;
    this.#transitions += 1;
    let place = this.#takePlace();
    try {
      const move = await this.#walk(execution, place).begin();
      const seq = await database.batch(() => {
        if (!check()) return 0;
        const made = store.insert(move.execution, move.events);
        this.#keepToken(move, made);
        return made;
      });
      if (seq === 0) return;
      const stored = { ...move.execution, seq, version: 1 };
      this.#noted(stored);
      if (move.run !== undefined) {
        this.#launch(stored, move.run);
        place = false;
      }
    } finally {
      this.#ended(place);
    }
  }

  /** Makes and stores one transition. Returns the execution as stored, or undefined when the transition did not apply any more. */
  async apply(transition: Transition): Promise<Execution | undefined> {
    const { store } = this.#parts;
    const { seq, applies, make, patient = false, abort = true } = transition;
    this.#transitions += 1;
    let place = transition.place !== undefined;
    let known = transition.execution;
    try {
      for (;;) {
        try {
          const execution = known ?? store.bySeq(seq);
          if (execution === undefined || !applies(execution)) return undefined;
          place = place || this.#takePlace();
          const inLine = this.#backlog && transition.place !== 'first in line';
          const move = await make(this.#walk(execution, place && !inLine && !this.#closing), execution);
          await this.#store(move);
          const stored = { ...move.execution, version: move.execution.version + 1 };
          this.#abandon(stored, abort);
          this.#noted(stored);
          if (move.run !== undefined) {
            this.#launch(stored, move.run);
            place = false;
          }
          return stored;
        } catch (error) {
          known = undefined;
          if (error instanceof Superseded) continue;
          if (!(error instanceof StorageUnavailable) || !patient || this.#closing) throw error;
          await this.#pause();
        }
      }
    } finally {
      this.#ended(place);
    }
  }

  /** Handles everything that is due. */
  sweep(): void {
    if (this.#closing) return;
    const { store, clock } = this.#parts;
    try {
      const now = clock.now();
      const due = store.due(now, page + this.#handling.size).filter((seq) => !this.#handling.has(seq));
      for (const seq of due.slice(0, page)) this.#wake(seq);
      if (due.length === 0) {
        const next = store.nextDue(now);
        if (next !== null) this.#alarm.by(next);
      }
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      this.#alarm.by(clock.now() + patience);
    }
  }

  /** Resolves when nothing is due and nothing is being stored; and no function runs, unless `exceptRunning`. */
  async idle(exceptRunning: boolean): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      await new Promise((resolve) => (this.#runs.size > 0 ? setTimeout(resolve, 1) : setImmediate(resolve)));
      this.sweep();
      const busy =
        this.#transitions > 0 ||
        this.#handling.size > 0 ||
        (this.#runs.size > 0 && !exceptRunning) ||
        (this.#backlog && this.#placesUsed < this.#parts.concurrency);
      quiet = busy ? 0 : quiet + 1;
    }
  }

  /** Takes nothing new; waits so many ms for the running functions; what is still running then starts again at the next opening. */
  async close(graceMs: number): Promise<void> {
    this.#closing = true;
    this.#alarm.cancel();
    clearImmediate(this.#pump);
    for (const resume of this.#pauses) resume();
    let over = graceMs <= 0;
    const timer = this.#parts.clock.setTimer(Math.max(0, graceMs), () => (over = true));
    while ((this.#runs.size > 0 && !over) || this.#transitions > 0)
      await new Promise((resolve) => setTimeout(resolve, 1));
    timer.cancel();
    for (const { controller } of this.#runs.values()) controller.abort();
    this.#runs.clear();
  }

  #walk(execution: Execution, mayRun: boolean): Walk {
    const { machine, definitions, sources } = this.#parts;
    const definition = definitions.get(execution.definition);
    if (definition === undefined) throw new Error('an open execution has a definition that is not loaded');
    return new Walk({ machine, definition, sources, mayRun }, execution);
  }

  #store(move: Move): Promise<void> {
    return this.#parts.database.batch(() => {
      this.#parts.store.update(move.execution, move.events);
      this.#keepToken(move, move.execution.seq);
    });
  }

  #keepToken({ run, execution }: Move, seq: number): void {
    if (run?.token !== undefined) this.#parts.store.addToken(tokenDigest(run.token), seq, execution.task);
  }

  /** After the commit: who is to be told, and when to wake up. */
  #noted(stored: Execution): void {
    if (stored.ready !== null) this.#backlog = true;
    const due = dueOf(stored);
    if (due === null) this.#parts.onClosed(stored);
    else if (!this.#closing) this.#alarm.by(due);
  }

  #launch(execution: Execution, { functionName, payload, token }: TaskRun): void {
    const run: Run = { task: execution.task, controller: new AbortController() };
    this.#runs.set(execution.seq, run);
    const perform = this.#parts.functions.get(functionName);
    if (perform === undefined) throw new Error('a task names a function that is not there');
    void call(perform, payload, run.controller.signal).then((result) =>
      this.#returned(execution, run, result, token),
    );
  }

  async #returned(
    execution: Execution,
    run: Run,
    result: TaskResult,
    token: string | undefined,
  ): Promise<void> {
    // Abandoned: its place was given back then.
    if (this.#runs.get(execution.seq) !== run) return;
    this.#runs.delete(execution.seq);
    await this.#internal({
      seq: execution.seq,
      execution,
      applies: ({ phase, task }) => phase === 'running' && task === run.task,
      make: (walk) =>
        'result' in result ? walk.returned(result.result, token) : walk.failed(result.error, result.cause),
      place: 'held',
      patient: true,
    });
  }

  /** The attempt is over: nobody waits for its function any more. */
  #abandon(stored: Execution, abort: boolean): void {
    const run = this.#runs.get(stored.seq);
    if (run === undefined || (stored.phase === 'running' && stored.task === run.task)) return;
    this.#runs.delete(stored.seq);
    this.#placesUsed -= 1;
    if (abort) run.controller.abort();
  }

  #takePlace(): boolean {
    if (this.#closing || this.#backlog || this.#placesUsed >= this.#parts.concurrency) return false;
    this.#placesUsed += 1;
    return true;
  }

  #ended(place: boolean): void {
    if (place) this.#placesUsed -= 1;
    this.#transitions -= 1;
    if (this.#backlog) this.#pumpSoon();
  }

  #pumpSoon(): void {
    if (this.#closing) return;
    this.#pump ??= setImmediate(() => {
      this.#pump = undefined;
      this.#fillPlaces();
    });
  }

  /** Gives free places to those who have waited longest. */
  #fillPlaces(): void {
    const free = this.#parts.concurrency - this.#placesUsed;
    if (this.#closing || free <= 0) return;
    let waiting: number[];
    try {
      waiting = this.#parts.store.ready(free + this.#dispatching.size);
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      void this.#pause().then(() => this.#pumpSoon());
      return;
    }
    this.#backlog = waiting.length > 0;
    for (const seq of waiting.filter((each) => !this.#dispatching.has(each)).slice(0, free)) {
      this.#placesUsed += 1;
      this.#dispatching.add(seq);
      const applies = ({ ready }: Execution): boolean => ready !== null;
      const make = (walk: Walk): Promise<Move> => walk.resume();
      void this.#internal({ seq, applies, make, place: 'first in line', patient: true }).finally(() => {
        this.#dispatching.delete(seq);
        if (this.#backlog) this.#pumpSoon();
      });
    }
  }

  #wake(seq: number): void {
    this.#handling.add(seq);
    const { clock } = this.#parts;
    const isDue = (execution: Execution): boolean => (dueOf(execution) ?? Infinity) <= clock.now();
    void this.#internal({
      seq,
      applies: isDue,
      make: (walk, execution) => {
        const now = clock.now();
        if (execution.deadline <= now) return walk.expired();
        if (execution.phase === 'wait') return walk.waited();
        if (execution.phase === 'retry') return walk.resume();
        return walk.timedOut((execution.wake ?? Infinity) > now);
      },
      patient: true,
    }).finally(() => {
      this.#handling.delete(seq);
      // The last of a page looks for the next page, and sets the alarm.
      if (this.#handling.size === 0) this.sweep();
    });
  }

  /** A transition that nobody outside waits for. What stops it while closing is left for the next opening. */
  async #internal(transition: Transition): Promise<void> {
    try {
      await this.apply(transition);
    } catch (error) {
      if (!this.#closing) throw error;
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const resume = (): void => {
        timer.cancel();
        this.#pauses.delete(resume);
        resolve();
      };
      const timer = this.#parts.clock.setTimer(patience, resume);
      this.#pauses.add(resume);
    });
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Execution } from './execution.ts';
import type { TaskRun } from './move.ts';
import type { Places } from './places.ts';
import { call, type TaskFunction } from './task-result.ts';
import type { MoveOn } from './transition.ts';

interface Run {
  /** The attempt that it runs for. */
  readonly task: number;
  readonly controller: AbortController;
}

/** The functions that run now, one an execution at most, each in a place. */
export class Runs {
  readonly #functions: ReadonlyMap<string, TaskFunction>;
  readonly #places: Places;
  readonly #moveOn: MoveOn;
  readonly #running = new Map<number, Run>();

  constructor(functions: ReadonlyMap<string, TaskFunction>, places: Places, moveOn: MoveOn) {
    this.#functions = functions;
    this.#places = places;
    this.#moveOn = moveOn;
  }

  get size(): number {
    return this.#running.size;
  }

  /** Calls the function, in a place that is held for it; its result moves the execution on, unless it was abandoned. */
  launch(execution: Execution, { functionName, payload, token }: TaskRun): void {
    const { seq, task } = execution;
    const perform = this.#functions.get(functionName);
    if (perform === undefined) throw new Error('a task names a function that is not there');
    const run: Run = { task, controller: new AbortController() };
    this.#running.set(seq, run);
    void call(perform, payload, run.controller.signal).then(async (result) => {
      // Abandoned: its place was given back then.
      if (this.#running.get(seq) !== run) return;
      this.#running.delete(seq);
      await this.#moveOn({
        seq,
        execution,
        applies: (current) => current.phase === 'running' && current.task === task,
        make: (walk) =>
          'result' in result ? walk.returned(result.result, token) : walk.failed(result.error, result.cause),
        place: 'held',
      });
    });
  }

  /** Forgets the function of an attempt that is over, and gives its place back. */
  abandon(stored: Execution, abort: boolean): void {
    const run = this.#running.get(stored.seq);
    if (run === undefined || (stored.phase === 'running' && stored.task === run.task)) return;
    this.#running.delete(stored.seq);
    this.#places.giveBack();
    if (abort) run.controller.abort();
  }

  abortAll(): void {
    for (const { controller } of this.#running.values()) controller.abort();
    this.#running.clear();
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Definition } from './definition.ts';
import type { Execution } from './execution.ts';
import type { StoredEvent } from './journal.ts';
import type { Sources } from './sources.ts';

/** One transition: what to store, and what to run when it is stored. */
export interface Move {
  readonly execution: Execution;
  readonly events: readonly StoredEvent[];
  readonly run: TaskRun | undefined;
}

/** A function call that follows a transition, once that is committed. */
export interface TaskRun {
  readonly functionName: string;
  /** JSON text of Arguments.Payload; undefined where there is none. */
  readonly payload: string | undefined;
  /** Present for a task that waits for its token. */
  readonly token: string | undefined;
}

/** What a transition needs to know besides the execution. */
export interface Grounds {
  readonly machine: string;
  readonly definition: Definition;
  readonly sources: Sources;
  /** Whether there is a free place to run a task in. */
  readonly mayRun: boolean;
}

/** The state to go to next, and its input as JSON text. */
export interface Arrival {
  readonly state: string;
  readonly input: string;
}

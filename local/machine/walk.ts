// SPDX-License-Identifier: Apache-2.0
import { roleArn } from './context.ts';
import { go } from './enter.ts';
import type { Execution } from './execution.ts';
import { StateFailure } from './failure.ts';
import { withinLimit } from './journal.ts';
import type { Grounds, Move } from './move.ts';
import { perform, succeed, taskDetails } from './perform-task.ts';
import { recover } from './recover-task.ts';
import { Stage } from './stage.ts';
import { withoutToken } from './task-token.ts';
import { endWait } from './wait-state.ts';

/**
 * Takes an execution from where it is to where it next has to wait: for a function, a token, a time, a free place, or nothing any more. One
 * method for each thing that can happen to it. Writes nothing: the move is stored by whoever asked for it.
 */
export class Walk {
  readonly #stage: Stage;

  constructor(grounds: Grounds, execution: Execution) {
    this.#stage = new Stage(grounds, execution);
  }

  /** A new execution enters its first state. */
  begin(): Promise<Move> {
    return this.#move(async ({ journal, grounds }) => {
      const { input } = journal.execution;
      journal.add('ExecutionStarted', { input, inputDetails: { truncated: false }, roleArn });
      await go(this.#stage, { state: grounds.definition.startAt, input });
    });
  }

  /** A place was found (`ready`, `again`), or a back-off is over (`retry`). */
  resume(): Promise<Move> {
    return this.#move(async (stage) => {
      const { journal, grounds, since } = stage;
      if (grounds.mayRun) await go(stage, await perform(stage, stage.taskState()));
      else if (journal.execution.phase === 'retry')
        journal.change({ phase: 'ready', ready: since, wake: null });
    });
  }

  /** The Wait state is over. */
  waited(): Promise<Move> {
    return this.#move(async (stage) => go(stage, await endWait(stage)));
  }

  /** The function returned; `result` is JSON text. A state that waits for its token goes on waiting. */
  returned(result: string, token: string | undefined): Promise<Move> {
    return this.#move(async (stage) => {
      const state = stage.taskState();
      const wrapped = `{"ExecutedVersion":"$LATEST","Payload":${result},"StatusCode":200}`;
      if (!state.waitsForToken) {
        await go(stage, await succeed(stage, state, wrapped));
        return;
      }
      const output = withoutToken(withinLimit(wrapped, 'result of the task'), token);
      stage.journal.add('TaskSubmitted', {
        ...taskDetails(state),
        output,
        outputDetails: { truncated: false },
      });
      stage.journal.change({ phase: 'token' });
    });
  }

  /** The token was answered; `output` is JSON text. */
  answered(output: string): Promise<Move> {
    return this.#move(async (stage) => go(stage, await succeed(stage, stage.taskState(), output)));
  }

  /** The function threw, or the token was answered with a failure. */
  failed(error: string, cause: string | undefined): Promise<Move> {
    const failure = new StateFailure(error, cause);
    return this.#lost('TaskFailed', failure, false);
  }

  /** TimeoutSeconds or HeartbeatSeconds ran out; AWS reports both as `States.Timeout`. */
  timedOut(missedHeartbeat: boolean): Promise<Move> {
    return this.#lost('TaskTimedOut', new StateFailure('States.Timeout'), missedHeartbeat);
  }

  /** The execution's own TimeoutSeconds ran out: no Catch reaches that. */
  expired(): Promise<Move> {
    return this.#move(async ({ journal }) => journal.close('TIMED_OUT', { error: 'States.Timeout' }));
  }

  /** StopExecution: no Catch reaches that. */
  aborted(error: string | undefined, cause: string | undefined): Promise<Move> {
    const end = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    return this.#move(async ({ journal }) => journal.close('ABORTED', end));
  }

  #lost(type: string, failure: StateFailure, missedHeartbeat: boolean): Promise<Move> {
    return this.#move(async (stage) => {
      const state = stage.taskState();
      const { error, causeText } = failure;
      const told = causeText === undefined ? { error } : { error, cause: causeText };
      stage.journal.add(type, { ...taskDetails(state), ...told });
      await go(stage, await recover(stage, state, failure, missedHeartbeat));
    });
  }

  async #move(work: (stage: Stage) => Promise<void>): Promise<Move> {
    const stage = this.#stage;
    try {
      await work(stage);
    } catch (error) {
      const failure = error instanceof StateFailure ? error : engineFault(error);
      stage.run = undefined;
      stage.journal.close('FAILED', { error: failure.error, ...stage.told(failure) });
    }
    const { execution, events } = stage.journal;
    return { execution, events, run: stage.run };
  }
}

/** A mistake of the engine ends the execution, and tells no more of it than its class: messages may quote values. */
const engineFault = (error: unknown): StateFailure =>
  new StateFailure(
    'States.Runtime',
    `The engine failed (${error instanceof Error ? error.name : 'unknown'}).`,
  );

// SPDX-License-Identifier: Apache-2.0
import { longestSeconds } from './compile-seconds.ts';
import type { TaskState } from './definition.ts';
import { StateFailure } from './failure.ts';
import { withinLimit } from './journal.ts';
import type { Arrival } from './move.ts';
import { recover } from './recover-task.ts';
import type { Stage } from './stage.ts';
import { newToken, withoutToken } from './task-token.ts';

/** The fields that every event of a task has. */
export const taskDetails = (state: TaskState): { resourceType: string; resource: string } => ({
  resourceType: 'lambda',
  resource: state.waitsForToken ? 'invoke.waitForTaskToken' : 'invoke',
});

/** Starts an attempt at the task, or the same attempt again after a crash. Goes elsewhere when its Arguments fail and that is caught. */
export async function perform(stage: Stage, state: TaskState): Promise<Arrival | undefined> {
  const { journal, grounds } = stage;
  const token = state.waitsForToken ? newToken(grounds.sources) : undefined;
  try {
    const scope = stage.scope({ input: stage.input() }, token);
    const given = (await state.arguments(scope)) as Readonly<Record<string, unknown>>;
    const parameters = withinLimit(JSON.stringify(given), 'input of the task');
    const limit =
      state.timeoutSeconds && (await stage.seconds(state.timeoutSeconds, 'TimeoutSeconds', scope, 1));
    const beat =
      state.heartbeatSeconds && (await stage.seconds(state.heartbeatSeconds, 'HeartbeatSeconds', scope, 1));
    journal.add('TaskScheduled', {
      ...taskDetails(state),
      region: 'local',
      parameters: withoutToken(parameters, token),
      ...(limit === undefined ? {} : { timeoutInSeconds: limit }),
      ...(beat === undefined ? {} : { heartbeatInSeconds: beat }),
    });
    journal.add('TaskStarted', taskDetails(state));
    startClocks(stage, state, limit ?? longestSeconds, beat);
    const { Payload: payload } = given;
    stage.run = {
      functionName: state.functionName,
      payload: payload === undefined ? undefined : JSON.stringify(payload),
      token,
    };
    return undefined;
  } catch (error) {
    if (error instanceof StateFailure) return recover(stage, state, error, false);
    throw error;
  }
}

function startClocks(stage: Stage, state: TaskState, limit: number, beat: number | undefined): void {
  const { execution, now } = stage.journal;
  const sameAttempt = execution.phase === 'again';
  // A wait for a token keeps its due times over a crash; a function that starts again gets its whole time again.
  const keep = sameAttempt && state.waitsForToken;
  stage.journal.change({
    phase: 'running',
    ready: null,
    task: sameAttempt ? execution.task : execution.task + 1,
    wake: keep ? execution.wake : now + limit * 1000,
    heartbeatSeconds: beat ?? null,
    heartbeatDue: keep ? execution.heartbeatDue : beat === undefined ? null : now + beat * 1000,
  });
}

/** The task has its result, as JSON text. */
export async function succeed(stage: Stage, state: TaskState, result: string): Promise<Arrival | undefined> {
  try {
    withinLimit(result, 'result of the task');
    const outputDetails = { truncated: false };
    stage.journal.add('TaskSucceeded', { ...taskDetails(state), output: result, outputDetails });
    const states = { input: stage.input(), result: JSON.parse(result) as unknown };
    return await stage.leave(state, state, states, result, state.next);
  } catch (error) {
    if (error instanceof StateFailure) return recover(stage, state, error, false);
    throw error;
  }
}

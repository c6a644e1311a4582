// SPDX-License-Identifier: Apache-2.0
import { backOff } from './back-off.ts';
import type { TaskState } from './definition.ts';
import { errorMatches, type StateFailure } from './failure.ts';
import type { Arrival } from './move.ts';
import type { Stage } from './stage.ts';

/**
 * Retry, else Catch, else the failure is thrown on and ends the execution. Only the first retrier that matches counts: when it is used up, Catch
 * follows. https://states-language.net/#errors
 */
export async function recover(
  stage: Stage,
  state: TaskState,
  failure: StateFailure,
  missedHeartbeat: boolean,
): Promise<Arrival | undefined> {
  const { journal, grounds } = stage;
  stage.report(failure);
  const matches = ({ errorEquals }: Readonly<{ errorEquals: readonly string[] }>): boolean =>
    errorMatches(errorEquals, failure.error, missedHeartbeat);
  const chosen = state.retry.findIndex(matches);
  const retrier = state.retry[chosen];
  const counts = JSON.parse(journal.execution.retries) as number[];
  const done = counts[chosen] ?? 0;
  if (retrier !== undefined && done < retrier.maxAttempts) {
    const retries = state.retry.map((_, at) => (counts[at] ?? 0) + (at === chosen ? 1 : 0));
    journal.change({
      phase: 'retry',
      retries: JSON.stringify(retries),
      wake: journal.now + backOff(retrier, done, () => grounds.sources.random()),
      heartbeatDue: null,
      ready: null,
    });
    return undefined;
  }
  const catcher = state.catch.find(matches);
  if (catcher === undefined) throw failure;
  const errorOutput = { Error: failure.error, ...withCapital(stage.told(failure)) };
  const states = { input: stage.input(), errorOutput };
  return stage.reported(() => stage.leave(state, catcher, states, JSON.stringify(errorOutput), catcher.next));
}

const withCapital = ({ cause }: { cause?: string }): { Cause?: string } =>
  cause === undefined ? {} : { Cause: cause };

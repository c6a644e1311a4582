// SPDX-License-Identifier: Apache-2.0
import { instant, longestSeconds } from './compile-seconds.ts';
import type { WaitState } from './definition.ts';
import type { Arrival } from './move.ts';
import { badValue, type Stage } from './stage.ts';

/** Notes when the wait ends. A time in the past ends it at once, as soon as that is stored. */
export async function beginWait(stage: Stage, state: WaitState): Promise<void> {
  const scope = stage.scope({ input: stage.input() });
  const { now } = stage.journal;
  let wake = now;
  if (state.seconds !== undefined) wake += 1000 * (await stage.seconds(state.seconds, 'Seconds', scope, 0));
  if (state.timestamp !== undefined) {
    const at = instant(await state.timestamp(scope));
    if (at === undefined) throw badValue('Timestamp', 'an RFC 3339 timestamp');
    wake = Math.max(now, Math.min(at, now + longestSeconds * 1000));
  }
  stage.journal.change({ phase: 'wait', wake });
}

/** The wait is over. */
export function endWait(stage: Stage): Promise<Arrival | undefined> {
  const { execution } = stage.journal;
  const state = stage.state(execution.state);
  if (state.type !== 'Wait') throw new Error(`the state ${state.name} is no Wait`);
  return stage.reported(() =>
    stage.leave(state, state, { input: stage.input() }, execution.stateInput, state.next),
  );
}

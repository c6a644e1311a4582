// SPDX-License-Identifier: Apache-2.0
import { choose } from './choice-state.ts';
import { fail } from './fail-state.ts';
import type { Arrival } from './move.ts';
import { perform } from './perform-task.ts';
import type { Stage } from './stage.ts';
import { beginWait } from './wait-state.ts';

/** Goes from state to state until one has to wait, or the execution is closed. */
export async function go(stage: Stage, first: Arrival | undefined): Promise<void> {
  let to = first;
  while (to !== undefined) to = await enter(stage, to);
}

async function enter(stage: Stage, { state: name, input }: Arrival): Promise<Arrival | undefined> {
  const { journal } = stage;
  const state = stage.state(name);
  journal.add(`${state.type}StateEntered`, { name, input, inputDetails: { truncated: false } });
  journal.change({
    state: name,
    entered: journal.now,
    enteredEvent: journal.execution.lastEvent,
    stateInput: input,
    retries: '[]',
    phase: null,
    wake: null,
    heartbeatDue: null,
    heartbeatSeconds: null,
    ready: null,
  });
  switch (state.type) {
    case 'Task':
      if (stage.grounds.mayRun) return perform(stage, state);
      journal.change({ phase: 'ready', ready: stage.since });
      return undefined;
    case 'Choice':
      return stage.reported(() => choose(stage, state));
    case 'Pass':
      return stage.reported(() => stage.leave(state, state, { input: stage.input() }, input, state.next));
    case 'Succeed': {
      const by = { assign: undefined, output: state.output };
      return stage.reported(() => stage.leave(state, by, { input: stage.input() }, input, undefined));
    }
    case 'Wait':
      await stage.reported(() => beginWait(stage, state));
      return undefined;
    case 'Fail':
      await stage.reported(() => fail(stage, state));
      return undefined;
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { ChoiceState } from './definition.ts';
import { evaluationFailure, StateFailure } from './failure.ts';
import type { Arrival } from './move.ts';
import type { Stage } from './stage.ts';

/** The first rule whose Condition is true, with its own Assign and Output; else Default, with the state's. */
export async function choose(stage: Stage, state: ChoiceState): Promise<Arrival | undefined> {
  const { stateInput } = stage.journal.execution;
  const states = { input: stage.input() };
  const scope = stage.scope(states);
  for (const rule of state.choices) {
    const { source, evaluate } = rule.condition;
    const holds = await evaluate(scope);
    if (typeof holds !== 'boolean')
      throw evaluationFailure(source, 'Condition', 'returned something that is not a boolean');
    if (holds) return stage.leave(state, rule, states, stateInput, rule.next);
  }
  if (state.next === undefined)
    throw new StateFailure('States.NoChoiceMatched', 'No choice rule matched and there is no Default.');
  return stage.leave(state, state, states, stateInput, state.next);
}

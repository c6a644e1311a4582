// SPDX-License-Identifier: Apache-2.0
import { scopeOf, type StatesVariable } from './context.ts';
import { longestSeconds } from './compile-seconds.ts';
import type { State, TaskState } from './definition.ts';
import type { Execution } from './execution.ts';
import type { Scope } from './scope.ts';
import { StateFailure } from './failure.ts';
import { Journal, withinLimit } from './journal.ts';
import type { Arrival, Grounds, TaskRun } from './move.ts';
import type { Template } from './template.ts';

/** AWS: 10 MiB of variables for an execution. */
const mostVariables = 10 * 1024 * 1024;

/** What every kind of state needs while a transition is made: the journal, the scope of its expressions, and the way out. */
export class Stage {
  readonly grounds: Grounds;
  readonly journal: Journal;
  /** Since when the transition could have been made: who waits for a place waits from then on. */
  readonly since: number;
  /** The call that follows the transition. */
  run: TaskRun | undefined;

  constructor(grounds: Grounds, execution: Execution) {
    this.grounds = grounds;
    this.journal = new Journal(execution, grounds.sources.now());
    const { phase, wake } = execution;
    const slept = phase === 'wait' || phase === 'retry';
    this.since = Math.min(this.journal.now, (slept ? wake : null) ?? Infinity);
  }

  state(name: string): State {
    const state = this.grounds.definition.states.get(name);
    if (state === undefined) throw new Error(`the definition has no state ${name}`);
    return state;
  }

  taskState(): TaskState {
    const state = this.state(this.journal.execution.state);
    if (state.type !== 'Task') throw new Error(`the state ${state.name} is no Task`);
    return state;
  }

  input(): unknown {
    return JSON.parse(this.journal.execution.stateInput) as unknown;
  }

  scope(states: StatesVariable, token?: string): Scope {
    return scopeOf(this.grounds.machine, this.journal.execution, states, token);
  }

  /**
   * Evaluates Assign and Output, both with the variables as they were, and leaves the state.
   * @param otherwise JSON text of the output where there is no Output
   */
  async leave(
    state: State,
    by: Readonly<{ assign: Template | undefined; output: Template | undefined }>,
    states: StatesVariable,
    otherwise: string,
    next: string | undefined,
  ): Promise<Arrival | undefined> {
    const scope = this.scope(states);
    const assigned = (await by.assign?.(scope)) as Readonly<Record<string, unknown>> | undefined;
    const output = withinLimit(
      by.output === undefined ? otherwise : JSON.stringify(await by.output(scope)),
      'output of the state',
    );
    if (assigned !== undefined) this.#assign(assigned);
    this.journal.add(`${state.type}StateExited`, {
      name: state.name,
      output,
      outputDetails: { truncated: false },
      ...(assigned === undefined ? {} : asTold(assigned)),
    });
    if (next !== undefined) return { state: next, input: output };
    this.journal.close('SUCCEEDED', { output });
    return undefined;
  }

  #assign(assigned: Readonly<Record<string, unknown>>): void {
    withinLimit(JSON.stringify(assigned), 'value of Assign');
    const before = JSON.parse(this.journal.execution.variables) as Record<string, unknown>;
    const variables = JSON.stringify({ ...before, ...assigned });
    if (variables.length > mostVariables)
      throw new StateFailure('States.DataLimitExceeded', 'The variables are longer than 10 MiB.');
    this.journal.change({ variables });
  }

  /** A number of seconds from a field that may be an expression. */
  async seconds(template: Template, location: string, scope: Scope, least: number): Promise<number> {
    const value = await template(scope);
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= longestSeconds)
      return value;
    throw badValue(location, `an integer from ${least} to ${longestSeconds}`);
  }

  /** Adds the event of a failed expression. */
  report({ error, causeText, location }: StateFailure): void {
    if (location === undefined) return;
    const { state } = this.journal.execution;
    this.journal.add('EvaluationFailed', { error, cause: causeText, location, state });
  }

  /** Reports a failed expression where nothing can catch it, and passes it on. */
  async reported<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StateFailure) this.report(error);
      throw error;
    }
  }

  /** The cause as AWS tells it: where the engine itself is the one that complains, it names the state and its event. */
  told({ causeText, location, error }: StateFailure): { cause?: string } {
    if (causeText === undefined) return {};
    const { state, enteredEvent } = this.journal.execution;
    if (location === undefined && error !== 'States.NoChoiceMatched') return { cause: causeText };
    const where = `An error occurred while executing the state '${state}' (entered at the event id #${enteredEvent}).`;
    return { cause: `${where} ${causeText}` };
  }
}

/** The failure of a field whose value is not of its kind. */
export const badValue = (location: string, wanted: string): StateFailure =>
  new StateFailure('States.QueryEvaluationError', `The field '${location}' must be ${wanted}.`, location);

const asTold = (assigned: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  assignedVariables: Object.fromEntries(
    Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]),
  ),
  assignedVariablesDetails: { truncated: false },
});

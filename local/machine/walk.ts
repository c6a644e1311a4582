// SPDX-License-Identifier: Apache-2.0
import { backOff } from './back-off.ts';
import { instant, longestSeconds } from './compile-state.ts';
import { roleArn, scopeOf, type StatesVariable } from './context.ts';
import type {
  Catcher,
  ChoiceState,
  Definition,
  FailState,
  State,
  TaskState,
  WaitState,
} from './definition.ts';
import type { Execution } from './execution.ts';
import type { Scope } from './expression.ts';
import { errorMatches, evaluationFailure, StateFailure } from './failure.ts';
import { Journal, type StoredEvent, withinLimit } from './journal.ts';
import type { Sources } from './sources.ts';
import { newToken, withoutToken } from './task-token.ts';
import type { Template } from './template.ts';

/** A function call that follows a transition, once that is committed. */
export interface TaskRun {
  readonly functionName: string;
  /** JSON text of Arguments.Payload; undefined where there is none. */
  readonly payload: string | undefined;
  readonly token: string | undefined;
}

/** One transition: what to store, and what to run when it is stored. */
export interface Move {
  readonly execution: Execution;
  readonly events: readonly StoredEvent[];
  readonly run: TaskRun | undefined;
}

/** What a transition needs to know besides the execution. */
export interface Grounds {
  readonly machine: string;
  readonly definition: Definition;
  readonly sources: Sources;
  /** Whether there is a free place to run a task in. */
  readonly mayRun: boolean;
}

/** The state to go to, and its input as JSON text. */
interface Arrival {
  readonly state: string;
  readonly input: string;
}

type Leaving = Readonly<{ assign: Template | undefined; output: Template | undefined }>;

const resourceType = 'lambda';

/**
 * Takes an execution from where it is to where it next has to wait: for a function, a token, a time, a free place, or nothing any more.
 * Writes nothing: the move is stored by whoever asked for it. Semantics: https://states-language.net, JSONata.
 */
export class Walk {
  readonly #grounds: Grounds;
  readonly #journal: Journal;
  /** Since when the transition could have been made: who waits for a place waits from then on. */
  readonly #since: number;
  #run: TaskRun | undefined;

  constructor(grounds: Grounds, execution: Execution) {
    this.#grounds = grounds;
    this.#journal = new Journal(execution, grounds.sources.now());
    const { phase, wake } = execution;
    const slept = phase === 'wait' || phase === 'retry';
    this.#since = Math.min(this.#journal.now, (slept ? wake : null) ?? Infinity);
  }

  /** A new execution enters its first state. */
  begin(): Promise<Move> {
    return this.#move(async () => {
      const { input } = this.#journal.execution;
      this.#journal.add('ExecutionStarted', { input, inputDetails: { truncated: false }, roleArn });
      await this.#go({ state: this.#grounds.definition.startAt, input });
    });
  }

  /** A free place was found (`ready`), a back-off is over (`retry`), or the process came back (`again`). */
  resume(): Promise<Move> {
    return this.#move(async () => {
      const { execution } = this.#journal;
      if (this.#grounds.mayRun) await this.#perform(this.#taskState());
      else if (execution.phase === 'retry')
        this.#journal.change({ phase: 'ready', ready: this.#since, wake: null });
    });
  }

  /** The Wait state is over. */
  waited(): Promise<Move> {
    return this.#move(async () => {
      const { execution } = this.#journal;
      const state = this.#state(execution.state);
      if (state.type === 'Wait')
        await this.#go(
          await this.#leave(state, state, { input: this.#input() }, execution.stateInput, state.next),
        );
    });
  }

  /** The function returned; `result` is JSON text. A state that waits for its token goes on waiting. */
  returned(result: string, token: string | undefined): Promise<Move> {
    return this.#move(async () => {
      const state = this.#taskState();
      const wrapped = `{"ExecutedVersion":"$LATEST","Payload":${result},"StatusCode":200}`;
      if (!state.waitsForToken) {
        await this.#succeed(state, wrapped);
        return;
      }
      this.#journal.add('TaskSubmitted', {
        resourceType,
        resource: resourceOf(state),
        output: withoutToken(withinLimit(wrapped, 'result of the task'), token),
        outputDetails: { truncated: false },
      });
      this.#journal.change({ phase: 'token' });
    });
  }

  /** The token was answered; `output` is JSON text. */
  answered(output: string): Promise<Move> {
    return this.#move(() => this.#succeed(this.#taskState(), output));
  }

  /** The function threw, or the token was answered with a failure. */
  failed(error: string, cause: string | undefined): Promise<Move> {
    return this.#move(async () => {
      const state = this.#taskState();
      this.#journal.add('TaskFailed', {
        resourceType,
        resource: resourceOf(state),
        error,
        ...(cause === undefined ? {} : { cause }),
      });
      await this.#recover(state, new StateFailure(error, cause), false);
    });
  }

  /** TimeoutSeconds or HeartbeatSeconds ran out. */
  timedOut(missedHeartbeat: boolean): Promise<Move> {
    return this.#move(async () => {
      const state = this.#taskState();
      const error = 'States.Timeout';
      this.#journal.add('TaskTimedOut', { resourceType, resource: resourceOf(state), error });
      await this.#recover(state, new StateFailure(error), missedHeartbeat);
    });
  }

  /** The execution's own TimeoutSeconds ran out: no Catch reaches that. */
  expired(): Promise<Move> {
    return this.#move(async () => this.#journal.close('TIMED_OUT', { error: 'States.Timeout' }));
  }

  /** StopExecution: no Catch reaches that. */
  aborted(error: string | undefined, cause: string | undefined): Promise<Move> {
    const end = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    return this.#move(async () => this.#journal.close('ABORTED', end));
  }

  async #move(work: () => Promise<void>): Promise<Move> {
    try {
      await work();
    } catch (error) {
      this.#run = undefined;
      this.#close(error instanceof StateFailure ? error : engineFault(error));
    }
    return { execution: this.#journal.execution, events: this.#journal.events, run: this.#run };
  }

  #close(failure: StateFailure): void {
    this.#journal.close('FAILED', {
      error: failure.error,
      ...(failure.causeText === undefined ? {} : { cause: this.#located(failure) }),
    });
  }

  /** AWS puts the state and its event before the causes that it makes itself. */
  #located({ causeText = '', location, error }: StateFailure): string {
    const { state, enteredEvent } = this.#journal.execution;
    if (location === undefined && error !== 'States.NoChoiceMatched') return causeText;
    return `An error occurred while executing the state '${state}' (entered at the event id #${enteredEvent}). ${causeText}`;
  }

  async #go(first: Arrival | undefined): Promise<void> {
    let to = first;
    while (to !== undefined) to = await this.#enter(to);
  }

  async #enter({ state: name, input }: Arrival): Promise<Arrival | undefined> {
    const state = this.#state(name);
    const { now } = this.#journal;
    this.#journal.add(`${state.type}StateEntered`, { name, input, inputDetails: { truncated: false } });
    this.#journal.change({
      state: name,
      entered: now,
      enteredEvent: this.#journal.execution.lastEvent,
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
        if (this.#grounds.mayRun) await this.#perform(state);
        else this.#journal.change({ phase: 'ready', ready: this.#since });
        return undefined;
      case 'Choice':
        return this.#reported(() => this.#choose(state));
      case 'Pass':
        return this.#reported(() => this.#leave(state, state, { input: this.#input() }, input, state.next));
      case 'Succeed':
        return this.#reported(() =>
          this.#leave(state, { ...state, assign: undefined }, { input: this.#input() }, input, undefined),
        );
      case 'Wait':
        await this.#reported(() => this.#wait(state));
        return undefined;
      case 'Fail':
        await this.#reported(() => this.#fail(state));
        return undefined;
    }
  }

  async #choose(state: ChoiceState): Promise<Arrival | undefined> {
    const { stateInput } = this.#journal.execution;
    const states = { input: this.#input() };
    const scope = this.#scope(states);
    for (const rule of state.choices) {
      const holds = await rule.condition.evaluate(scope);
      if (typeof holds !== 'boolean')
        throw evaluationFailure(
          rule.condition.source,
          'Condition',
          'returned something that is not a boolean',
        );
      if (holds) return this.#leave(state, rule, states, stateInput, rule.next);
    }
    if (state.next === undefined)
      throw new StateFailure('States.NoChoiceMatched', 'No choice rule matched and there is no Default.');
    return this.#leave(state, state, states, stateInput, state.next);
  }

  async #wait(state: WaitState): Promise<void> {
    const scope = this.#scope({ input: this.#input() });
    const { now } = this.#journal;
    let wake = now;
    if (state.seconds !== undefined) wake += 1000 * (await this.#seconds(state.seconds, 'Seconds', scope, 0));
    if (state.timestamp !== undefined) {
      const at = instant(await state.timestamp(scope));
      if (at === undefined) throw badValue('Timestamp', 'an RFC 3339 timestamp');
      wake = Math.max(now, Math.min(at, now + longestSeconds * 1000));
    }
    this.#journal.change({ phase: 'wait', wake });
  }

  async #fail(state: FailState): Promise<void> {
    const scope = this.#scope({ input: this.#input() });
    const text = async (template: Template | undefined, location: string): Promise<string | undefined> => {
      if (template === undefined) return undefined;
      const value = await template(scope);
      if (typeof value !== 'string') throw badValue(location, 'a string');
      return value;
    };
    const error = await text(state.error, 'Error');
    const cause = await text(state.cause, 'Cause');
    this.#journal.close('FAILED', {
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    });
  }

  /** Starts an attempt at the task, or the same attempt again. */
  async #perform(state: TaskState): Promise<void> {
    const { execution, now } = this.#journal;
    const sameAttempt = execution.phase === 'again';
    const token = state.waitsForToken ? newToken(this.#grounds.sources) : undefined;
    try {
      const scope = this.#scope({ input: this.#input() }, token);
      const given = (await state.arguments(scope)) as Readonly<Record<string, unknown>>;
      const parameters = withinLimit(JSON.stringify(given), 'input of the task');
      const limit =
        state.timeoutSeconds && (await this.#seconds(state.timeoutSeconds, 'TimeoutSeconds', scope, 1));
      const beat =
        state.heartbeatSeconds && (await this.#seconds(state.heartbeatSeconds, 'HeartbeatSeconds', scope, 1));
      this.#journal.add('TaskScheduled', {
        resourceType,
        resource: resourceOf(state),
        region: 'local',
        parameters: withoutToken(parameters, token),
        ...(limit === undefined ? {} : { timeoutInSeconds: limit }),
        ...(beat === undefined ? {} : { heartbeatInSeconds: beat }),
      });
      this.#journal.add('TaskStarted', { resourceType, resource: resourceOf(state) });
      // A wait for a token keeps its due times over a crash; a function that starts again gets its whole time again.
      const keep = sameAttempt && state.waitsForToken;
      this.#journal.change({
        phase: 'running',
        ready: null,
        task: sameAttempt ? execution.task : execution.task + 1,
        wake: keep ? execution.wake : now + (limit ?? longestSeconds) * 1000,
        heartbeatSeconds: beat ?? null,
        heartbeatDue: keep ? execution.heartbeatDue : beat === undefined ? null : now + beat * 1000,
      });
      const { Payload: payload } = given;
      this.#run = {
        functionName: state.functionName,
        payload: payload === undefined ? undefined : JSON.stringify(payload),
        token,
      };
    } catch (error) {
      if (!(error instanceof StateFailure)) throw error;
      await this.#recover(state, error, false);
    }
  }

  /** The task has its result, as JSON text. */
  async #succeed(state: TaskState, result: string): Promise<void> {
    let to: Arrival | undefined;
    try {
      withinLimit(result, 'result of the task');
      this.#journal.add('TaskSucceeded', {
        resourceType,
        resource: resourceOf(state),
        output: result,
        outputDetails: { truncated: false },
      });
      const states = { input: this.#input(), result: JSON.parse(result) as unknown };
      to = await this.#leave(state, state, states, result, state.next);
    } catch (error) {
      if (!(error instanceof StateFailure)) throw error;
      await this.#recover(state, error, false);
      return;
    }
    await this.#go(to);
  }

  /** Retry, else Catch, else the failure goes on and ends the execution. */
  async #recover(state: TaskState, failure: StateFailure, missedHeartbeat: boolean): Promise<void> {
    this.#report(failure);
    const { execution, now } = this.#journal;
    const matches = ({ errorEquals }: { errorEquals: readonly string[] }): boolean =>
      errorMatches(errorEquals, failure.error, missedHeartbeat);
    const chosen = state.retry.findIndex(matches);
    const retrier = state.retry[chosen];
    const counts = JSON.parse(execution.retries) as number[];
    const done = counts[chosen] ?? 0;
    if (retrier !== undefined && done < retrier.maxAttempts) {
      const next = state.retry.map((_, at) => (counts[at] ?? 0) + (at === chosen ? 1 : 0));
      this.#journal.change({
        phase: 'retry',
        retries: JSON.stringify(next),
        wake: now + backOff(retrier, done, () => this.#grounds.sources.random()),
        heartbeatDue: null,
        ready: null,
      });
      return;
    }
    const catcher = state.catch.find(matches);
    if (catcher === undefined) throw failure;
    await this.#go(await this.#caught(state, catcher, failure));
  }

  async #caught(state: TaskState, catcher: Catcher, failure: StateFailure): Promise<Arrival | undefined> {
    const errorOutput = {
      Error: failure.error,
      ...(failure.causeText === undefined ? {} : { Cause: this.#located(failure) }),
    };
    return this.#reported(() =>
      this.#leave(
        state,
        catcher,
        { input: this.#input(), errorOutput },
        JSON.stringify(errorOutput),
        catcher.next,
      ),
    );
  }

  /** Evaluates Assign and Output, both with the variables as they were, and leaves the state. */
  async #leave(
    state: State,
    by: Leaving,
    states: StatesVariable,
    otherwise: string,
    next: string | undefined,
  ): Promise<Arrival | undefined> {
    const scope = this.#scope(states);
    const assigned = (await by.assign?.(scope)) as Readonly<Record<string, unknown>> | undefined;
    const output = withinLimit(
      by.output === undefined ? otherwise : JSON.stringify(await by.output(scope)),
      'output of the state',
    );
    if (assigned !== undefined) this.#assign(assigned);
    this.#journal.add(`${state.type}StateExited`, {
      name: state.name,
      output,
      outputDetails: { truncated: false },
      ...(assigned === undefined
        ? {}
        : {
            assignedVariables: Object.fromEntries(
              Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]),
            ),
            assignedVariablesDetails: { truncated: false },
          }),
    });
    if (next !== undefined) return { state: next, input: output };
    this.#journal.close('SUCCEEDED', { output });
    return undefined;
  }

  #assign(assigned: Readonly<Record<string, unknown>>): void {
    withinLimit(JSON.stringify(assigned), 'value of Assign');
    const before = JSON.parse(this.#journal.execution.variables) as Record<string, unknown>;
    const variables = JSON.stringify({ ...before, ...assigned });
    if (variables.length > mostVariables)
      throw new StateFailure('States.DataLimitExceeded', 'The variables are longer than 10 MiB.');
    this.#journal.change({ variables });
  }

  async #seconds(template: Template, location: string, scope: Scope, least: number): Promise<number> {
    const value = await template(scope);
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= longestSeconds)
      return value;
    throw badValue(location, `an integer from ${least} to ${longestSeconds}`);
  }

  #report(failure: StateFailure): void {
    const { error, causeText, location } = failure;
    if (location === undefined) return;
    this.#journal.add('EvaluationFailed', {
      error,
      cause: causeText,
      location,
      state: this.#journal.execution.state,
    });
  }

  /** Notes a failed expression where nothing can catch it. */
  async #reported<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StateFailure) this.#report(error);
      throw error;
    }
  }

  #scope(states: StatesVariable, token?: string): Scope {
    return scopeOf(this.#grounds.machine, this.#journal.execution, states, token);
  }

  #input(): unknown {
    return JSON.parse(this.#journal.execution.stateInput) as unknown;
  }

  #state(name: string): State {
    const state = this.#grounds.definition.states.get(name);
    if (state === undefined) throw new Error(`the definition has no state ${name}`);
    return state;
  }

  #taskState(): TaskState {
    const state = this.#state(this.#journal.execution.state);
    if (state.type !== 'Task') throw new Error(`the state ${state.name} is no Task`);
    return state;
  }
}

/** A mistake of the engine ends the execution, and says no more of it than its class: messages may quote values. */
const engineFault = (error: unknown): StateFailure =>
  new StateFailure(
    'States.Runtime',
    `The engine failed (${error instanceof Error ? error.name : 'unknown'}).`,
  );

/** AWS: 10 MiB of variables for an execution. */
const mostVariables = 10 * 1024 * 1024;

const resourceOf = (state: TaskState): string => (state.waitsForToken ? 'invoke.waitForTaskToken' : 'invoke');

const badValue = (location: string, wanted: string): StateFailure =>
  new StateFailure('States.QueryEvaluationError', `The field '${location}' must be ${wanted}.`, location);

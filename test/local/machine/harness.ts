// SPDX-License-Identifier: Apache-2.0
import { type Database, openDatabase } from '../../../local/database.ts';
import { type Machine, type MachineOptions, openMachine, type TaskFunction } from '../../../local/machine.ts';
import { type TestClock, testClock } from './test-clock.ts';

/** How a task's function answers, call after call; the last behaviour stays. */
export type Behaviour =
  | Readonly<{ returns: unknown }>
  | Readonly<{ throws: string }>
  | 'hangs'
  /** Answers with the payload it was given. */
  | 'echoes';

export function behaving(behaviours: readonly Behaviour[]): TaskFunction {
  let call = 0;
  return (payload) => {
    const behaviour = behaviours[Math.min(call, behaviours.length - 1)] ?? 'echoes';
    call += 1;
    if (behaviour === 'hangs') return new Promise(() => undefined);
    if (behaviour === 'echoes') return Promise.resolve(payload);
    if ('returns' in behaviour) return Promise.resolve(behaviour.returns);
    return Promise.reject(
      Object.assign(new Error('Jane Canary, SSN 000-00-0000'), { name: behaviour.throws }),
    );
  };
}

/** A definition around states; the first is where it starts. */
export const definitionOf = (states: object, rest: object = {}): object => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0],
  States: states,
  ...rest,
});

/** A Task state that invokes `name`. */
export const invoke = (name: string, rest: object = { End: true }): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  ...rest,
});

/** The same, waiting for its token. */
export const invokeWithToken = (name: string, rest: object = { End: true }): object => ({
  ...invoke(name, rest),
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: name, Payload: { token: '{% $states.context.Task.Token %}' } },
});

export interface Bench {
  readonly machine: Machine;
  readonly database: Database;
  readonly clock: TestClock;
  /** Runs until the execution closes, moving the clock to whatever is due next; gives the seconds that took. */
  readonly finish: (name: string) => Promise<number>;
}

/** A machine in memory on a clock that stands still. */
export function bench(options: Partial<MachineOptions> & Pick<MachineOptions, 'definition'>): Bench {
  const database = options.database ?? openDatabase({ path: ':memory:' });
  const clock = testClock();
  const machine = openMachine({ functions: {}, clock, random: () => 0.5, ...options, database });
  return {
    machine,
    database,
    clock,
    finish: async (name) => {
      const began = clock.now();
      for (let steps = 0; steps < 200; steps += 1) {
        await machine.idle({ exceptRunning: true });
        if (machine.describe(name)?.status !== 'RUNNING') break;
        const due = database.prepare('SELECT min(due) AS due FROM workflow_execution').get()?.['due'];
        if (typeof due === 'number') clock.advance(Math.max(0, due - clock.now()));
      }
      return (clock.now() - began) / 1000;
    },
  };
}

/** Names of the states that an execution entered, in order. */
export const route = (machine: Machine, name: string): string[] =>
  machine
    .history(name, { limit: 1000 })
    .events.flatMap((event) =>
      event.type.endsWith('StateEntered')
        ? [(event['stateEnteredEventDetails'] as { name: string }).name]
        : [],
    );

/** Types of an execution's events, in order. */
export const types = (machine: Machine, name: string): string[] =>
  machine.history(name, { limit: 1000 }).events.map(({ type }) => type);

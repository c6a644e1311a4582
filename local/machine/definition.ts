// SPDX-License-Identifier: Apache-2.0
import type { Expression } from './expression.ts';
import type { Template } from './template.ts';

/** A definition that passed every check, its expressions compiled. Field names follow the Amazon States Language. */
export interface Definition {
  readonly startAt: string;
  /** Seconds after which an execution ends as TIMED_OUT; a year where the definition does not say, as on AWS. */
  readonly timeoutSeconds: number;
  readonly states: ReadonlyMap<string, State>;
}

export type State = TaskState | ChoiceState | PassState | WaitState | SucceedState | FailState;

/** Where a state goes: another state's name, or undefined for the end. */
type Next = string | undefined;

interface Leaving {
  readonly assign: Template | undefined;
  readonly output: Template | undefined;
}

export interface TaskState extends Leaving {
  readonly type: 'Task';
  readonly name: string;
  readonly functionName: string;
  readonly waitsForToken: boolean;
  readonly arguments: Template;
  readonly timeoutSeconds: Template | undefined;
  readonly heartbeatSeconds: Template | undefined;
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
  readonly next: Next;
}

export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly fullJitter: boolean;
}

export interface Catcher extends Leaving {
  readonly errorEquals: readonly string[];
  readonly next: string;
}

export interface ChoiceState extends Leaving {
  readonly type: 'Choice';
  readonly name: string;
  readonly choices: readonly Rule[];
  readonly next: Next;
}

export interface Rule extends Leaving {
  readonly condition: Expression;
  readonly next: string;
}

export interface PassState extends Leaving {
  readonly type: 'Pass';
  readonly name: string;
  readonly next: Next;
}

export interface WaitState extends Leaving {
  readonly type: 'Wait';
  readonly name: string;
  readonly seconds: Template | undefined;
  readonly timestamp: Template | undefined;
  readonly next: Next;
}

export interface SucceedState {
  readonly type: 'Succeed';
  readonly name: string;
  readonly output: Template | undefined;
}

export interface FailState {
  readonly type: 'Fail';
  readonly name: string;
  readonly error: Template | undefined;
  readonly cause: Template | undefined;
}

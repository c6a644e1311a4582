// SPDX-License-Identifier: Apache-2.0

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html, less PENDING_REDRIVE. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/**
 * What an open execution is waiting for. `ready`: a free place to run its task in. `again`: the same, but the task was under way when the
 * process died. `running`: its function. `token`: an answer with its task token. `wait`: the end of a Wait state. `retry`: the end of a back-off.
 */
export type Phase = 'ready' | 'again' | 'running' | 'token' | 'wait' | 'retry';

/** One execution as the database holds it. All times are milliseconds since 1970; input, output and variables are JSON text. */
export interface Execution {
  /** 0 until it is stored. */
  readonly seq: number;
  readonly name: string;
  /** Counts the transitions: a transition applies only to the version that it was made from. */
  readonly version: number;
  /** SHA-256 of the definition it began with: it ends with that one. */
  readonly definition: string;
  readonly status: ExecutionStatus;
  readonly input: string;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
  readonly started: number;
  readonly closed: number | null;
  /** When the execution as a whole times out. */
  readonly deadline: number;
  readonly state: string;
  readonly entered: number;
  /** Id of the event that entered the state. */
  readonly enteredEvent: number;
  readonly stateInput: string;
  readonly variables: string;
  /** JSON list: how often each retrier of the state has retried. */
  readonly retries: string;
  readonly phase: Phase | null;
  /** Number of the task attempt; task tokens are bound to it. */
  readonly task: number;
  /** When the phase ends: the wait, the back-off, or the task's timeout. */
  readonly wake: number | null;
  readonly heartbeatSeconds: number | null;
  readonly heartbeatDue: number | null;
  /** Since when it waits for a free place. */
  readonly ready: number | null;
  readonly lastEvent: number;
}

/** When an open execution next needs attention of itself. */
export function dueOf(execution: Execution): number | null {
  if (execution.status !== 'RUNNING') return null;
  return Math.min(execution.deadline, execution.wake ?? Infinity, execution.heartbeatDue ?? Infinity);
}

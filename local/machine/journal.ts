// SPDX-License-Identifier: Apache-2.0
import type { Execution, ExecutionStatus } from './execution.ts';
import { StateFailure } from './failure.ts';

/** One event as it is stored: HistoryEvent of GetExecutionHistory with its time in milliseconds. */
export type StoredEvent = Readonly<{ timestamp: number; type: string; id: number; previousEventId: number }> &
  Readonly<Record<string, unknown>>;

/** Standard executions hold at most 25,000 events; the last is kept for the one that closes. */
const mostEvents = 25_000;
/** 256 KiB of UTF-8: every input, output and variable. */
const mostBytes = 262_144;

/** @throws StateFailure `States.DataLimitExceeded` when the JSON text is longer than 256 KiB. */
export function withinLimit(text: string, what: string): string {
  // A UTF-16 unit is at most three bytes: short texts need no counting.
  if (text.length * 3 > mostBytes && Buffer.byteLength(text) > mostBytes)
    throw new StateFailure('States.DataLimitExceeded', `The ${what} is longer than 262144 bytes.`);
  return text;
}

/** One transition in the making: the execution as it will be, and the events that tell how it got there. */
export class Journal {
  readonly events: StoredEvent[] = [];
  execution: Execution;
  readonly now: number;

  constructor(execution: Execution, now: number) {
    this.execution = execution;
    this.now = now;
  }

  change(fields: Partial<Execution>): void {
    this.execution = { ...this.execution, ...fields };
  }

  /** Adds an event, its details under the field that AWS gives them. */
  add(type: string, details?: Readonly<Record<string, unknown>>): void {
    if (this.execution.lastEvent >= mostEvents - 1 && !type.startsWith('Execution'))
      throw new StateFailure(
        'States.Runtime',
        `The execution reached the maximum number of history events (${mostEvents}).`,
      );
    const previousEventId = this.execution.lastEvent;
    const id = previousEventId + 1;
    const field = /State(?:Entered|Exited)$/.exec(type)?.[0] ?? type;
    const named = `${field.charAt(0).toLowerCase()}${field.slice(1)}EventDetails`;
    this.events.push({
      timestamp: this.now,
      type,
      id,
      previousEventId,
      ...(details === undefined ? {} : { [named]: details }),
    });
    this.change({ lastEvent: id });
  }

  /** Ends the execution. */
  close(status: ExecutionStatus, end: { output?: string; error?: string; cause?: string }): void {
    const { output, error, cause } = end;
    const named = { SUCCEEDED: 'Succeeded', FAILED: 'Failed', TIMED_OUT: 'TimedOut', ABORTED: 'Aborted' };
    if (status !== 'RUNNING')
      this.add(
        `Execution${named[status]}`,
        output === undefined
          ? { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) }
          : { output, outputDetails: { truncated: false } },
      );
    this.change({
      status,
      output: output ?? null,
      error: error ?? null,
      cause: cause ?? null,
      closed: this.now,
      phase: null,
      wake: null,
      heartbeatDue: null,
      heartbeatSeconds: null,
      ready: null,
    });
  }
}

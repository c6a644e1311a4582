// SPDX-License-Identifier: Apache-2.0
import { arnOf, executionArnOf } from './context.ts';
import type { Execution, ExecutionStatus } from './execution.ts';

/** DescribeExecution's answer, and what an operator wants to know besides. `input` and `output` are JSON text. */
export interface Description {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly startDate: Date;
  readonly stopDate?: Date;
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  /** Not in AWS's answer: the state it is in, or closed in. */
  readonly state: string;
  /** Not in AWS's answer: order of starting, for paging. */
  readonly seq: number;
}

export function describe(machine: string, execution: Execution): Description {
  const { name, status, started, closed, input, output, error, cause, state, seq } = execution;
  return {
    executionArn: executionArnOf(machine, name),
    stateMachineArn: arnOf(machine),
    name,
    status,
    startDate: new Date(started),
    ...(closed === null ? {} : { stopDate: new Date(closed) }),
    input,
    ...(output === null ? {} : { output }),
    ...(error === null ? {} : { error }),
    ...(cause === null ? {} : { cause }),
    state,
    seq,
  };
}

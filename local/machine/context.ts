// SPDX-License-Identifier: Apache-2.0
import type { Execution } from './execution.ts';
import type { Scope } from './scope.ts';

/** Names as AWS would give them, in an account that does not exist. */
export const arnOf = (machine: string): string => `arn:aws:states:local:000000000000:stateMachine:${machine}`;
export const executionArnOf = (machine: string, name: string): string =>
  `arn:aws:states:local:000000000000:execution:${machine}:${name}`;
export const roleArn = 'arn:aws:iam::000000000000:role/local';

export interface StatesVariable {
  readonly input: unknown;
  readonly result?: unknown;
  readonly errorOutput?: unknown;
}

/**
 * What the expressions of a state read: the workflow's variables and `$states`, with the context object of
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
export function scopeOf(
  machine: string,
  execution: Execution,
  states: StatesVariable,
  token?: string,
): Scope {
  const retryCount = (JSON.parse(execution.retries) as number[]).reduce((sum, each) => sum + each, 0);
  return {
    ...(JSON.parse(execution.variables) as Scope),
    states: {
      ...states,
      context: {
        Execution: {
          Id: executionArnOf(machine, execution.name),
          Input: JSON.parse(execution.input) as unknown,
          Name: execution.name,
          RoleArn: roleArn,
          StartTime: new Date(execution.started).toISOString(),
          RedriveCount: 0,
        },
        State: {
          Name: execution.state,
          EnteredTime: new Date(execution.entered).toISOString(),
          RetryCount: retryCount,
        },
        StateMachine: { Id: arnOf(machine), Name: machine },
        ...(token === undefined ? {} : { Task: { Token: token } }),
      },
    },
  };
}

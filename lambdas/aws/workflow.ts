// SPDX-License-Identifier: Apache-2.0
import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { Failure, failureName } from '../failures.ts';
import type { ExecutionStatus, Workflow } from '../ports.ts';
import { CaseIdSchema } from '../records/case.ts';
import { asking, type Names } from './asking.ts';
import { clientsOf, type Connection } from './connection.ts';

const statuses = [
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'ABORTED',
] as const satisfies ExecutionStatus[];
const StatusSchema = z.enum([...statuses, 'PENDING_REDRIVE']);

/** A token of a task that is over, of an execution that is gone, or that never was one: there is nobody left to tell. */
const over: Names = {
  TaskTimedOut: 'TaskTimedOut',
  TaskDoesNotExist: 'TaskTimedOut',
  InvalidToken: 'TaskTimedOut',
  ValidationException: 'TaskTimedOut',
};

/** `…:stateMachine:<name>[:<version or alias>]` → `…:execution:<name>:<case>` */
const executionOf = (stateMachine: string, caseId: string): string => {
  const [head, name] = stateMachine.split(':stateMachine:');
  return `${head ?? ''}:execution:${name?.split(':')[0] ?? ''}:${caseId}`;
};

/** The workflow on Step Functions: an execution a case, of its name. */
export function openWorkflow(connection: Connection, stateMachine: string): Workflow {
  const client = clientsOf(connection, (options) => new SFNClient(options));
  return {
    start: async (input) => {
      const command = new StartExecutionCommand({
        stateMachineArn: stateMachine,
        name: input.caseId,
        input: JSON.stringify(input),
      });
      try {
        await asking(() => client().send(command), { ExecutionAlreadyExists: 'Conflict' });
      } catch (thrown) {
        // It was started before, with another input, or has ended: the name is the caseId, so it is this case's.
        if (failureName(thrown) !== 'Conflict') throw thrown;
      }
    },

    answer: async (taskToken, output) => {
      const command = new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) });
      await asking(() => client().send(command), over);
    },

    status: async ({ caseId }) => {
      if (!CaseIdSchema.safeParse(caseId).success) return undefined;
      const command = new DescribeExecutionCommand({ executionArn: executionOf(stateMachine, caseId) });
      try {
        const { status } = await asking(() => client().send(command), { ExecutionDoesNotExist: 'NotFound' });
        const known = StatusSchema.safeParse(status);
        if (!known.success) throw new Failure('Malformed');
        return known.data === 'PENDING_REDRIVE' ? 'RUNNING' : known.data;
      } catch (thrown) {
        if (failureName(thrown) === 'NotFound') return undefined;
        throw thrown;
      }
    },
  };
}

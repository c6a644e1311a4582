// SPDX-License-Identifier: Apache-2.0
import { Failure, failureName } from '../lambdas/failures.ts';
import type { Workflow } from '../lambdas/ports.ts';
import { type Machine, Refusal } from './machine.ts';

/** What a refusal of the machine is to steps and operations; the rest passes through as it is. */
function asFailure(thrown: unknown): unknown {
  if (failureName(thrown) !== undefined || !(thrown instanceof Refusal)) return thrown;
  switch (thrown.name) {
    // A token of an execution that was pruned, or of another data folder: its task is over.
    case 'TaskDoesNotExist':
    case 'InvalidToken':
      return new Failure('TaskTimedOut');
    case 'MachineClosed':
      return new Failure('Unavailable');
    default:
      return thrown;
  }
}

/** The workflow port on the durable machine. */
export const workflowOn = (machine: Machine): Workflow => ({
  start: async (input) => {
    try {
      await machine.start(input.caseId, input);
    } catch (thrown) {
      // The name is the caseId: that execution is this case's, and it has been started.
      if (thrown instanceof Refusal && thrown.name === 'ExecutionAlreadyExists') return;
      throw asFailure(thrown);
    }
  },
  answer: async (token, output) => {
    try {
      await machine.succeed(token, output);
    } catch (thrown) {
      throw asFailure(thrown);
    }
  },
  status: async ({ caseId }) => machine.describe(caseId)?.status,
});

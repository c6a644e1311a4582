// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type Machine, Refusal } from '../../local/machine.ts';
import { input, jsonProtocol, serving } from './json.ts';
import { openStub, ServiceError, type Stub } from './service.ts';
import type { Principals } from './signature.ts';

const Start = z.strictObject({
  stateMachineArn: z.string(),
  name: z.string().regex(/^[\w-]{1,80}$/),
  input: z.string().max(262_144),
});
const Answer = z.strictObject({ taskToken: z.string().min(1).max(2048), output: z.string().max(262_144) });
const Describe = z.strictObject({ executionArn: z.string() });

/** A refusal of the machine is the service's own error of that name. */
async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    throw thrown instanceof Refusal ? new ServiceError(thrown.name) : thrown;
  }
}

/** Step Functions: the project's own machine, spoken to over the service's protocol. */
export function openStates(
  principals: Principals,
  machineArn: string,
  machine: () => Machine,
): Promise<Stub> {
  const name = /:stateMachine:([^:]+)/.exec(machineArn)?.[1] ?? '';
  const prefix = `${machineArn.split(':stateMachine:')[0] ?? ''}:execution:${name}:`;
  return openStub({
    service: 'states',
    protocol: jsonProtocol('AWSStepFunctions', '1.0'),
    principals,
    serve: serving({
      StartExecution: (call) => {
        const given = input(Start, call);
        if (given.stateMachineArn !== machineArn) throw new ServiceError('StateMachineDoesNotExist');
        return refusing(async () => {
          await machine().start(given.name, JSON.parse(given.input));
          return { executionArn: prefix + given.name, startDate: Date.now() / 1000 };
        });
      },
      SendTaskSuccess: (call) => {
        const { taskToken, output } = input(Answer, call);
        return refusing(async () => {
          await machine().succeed(taskToken, JSON.parse(output));
          return {};
        });
      },
      DescribeExecution: (call) => {
        const { executionArn } = input(Describe, call);
        if (!executionArn.startsWith(prefix)) throw new ServiceError('InvalidArn');
        const found = machine().describe(executionArn.slice(prefix.length));
        if (found === undefined) throw new ServiceError('ExecutionDoesNotExist');
        return {
          executionArn,
          stateMachineArn: machineArn,
          status: found.status,
          startDate: Date.now() / 1000,
        };
      },
    }),
  });
}

// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { connect } from '../../lambdas/aws/connection.ts';
import { openWorkflow } from '../../lambdas/aws/workflow.ts';
import { openDatabase } from '../../local/database.ts';
import { openMachine } from '../../local/machine.ts';
import { deployed, functionPrincipal, runtimeEnvironment } from '../stubs/cloud.ts';
import { openStates } from '../stubs/states.ts';
import { reviewDefinition } from './review-definition.ts';
import { newRevision } from './sample-case.ts';
import { temporaryFolders } from './temporary-folder.ts';
import { describeWorkflow } from './workflow.ts';

const newFolder = temporaryFolders();
const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of opened) await close();
});

const open = async () => {
  const database = openDatabase({ path: join(newFolder(), 'workflow.sqlite'), synchronous: 'NORMAL' });
  const given = new Map<string, string[]>();
  const machine = openMachine({
    definition: reviewDefinition,
    functions: {
      OpenReview: async (payload) => {
        const { caseId, token } = payload as { caseId: string; token: string };
        given.set(caseId, [...(given.get(caseId) ?? []), token]);
        return {};
      },
    },
    database,
  });
  const principals = new Map([[functionPrincipal.accessKeyId, functionPrincipal]]);
  const states = await openStates(principals, deployed.stateMachine, () => machine);
  Object.assign(process.env, runtimeEnvironment, { AWS_ENDPOINT_URL_SFN: states.url });
  opened.push(async () => {
    await machine.close();
    database.close();
    await states.close();
  });
  const connection = connect({ attempts: 1, clock: Date.now });
  return {
    states,
    workflow: openWorkflow(connection, deployed.stateMachine),
    tokens: (caseId: string) => given.get(caseId) ?? [],
    settled: () => machine.idle(),
  };
};

describeWorkflow('the workflow of AWS', open);

describe('the workflow of AWS', () => {
  const input = { tenantId: 'north', caseId: uuidv7(), revision: newRevision(), review: [60] };

  it.each([
    ['ThrottlingException', 400, 'Throttled'],
    ['InternalFailure', 500, 'Unavailable'],
    ['StateMachineDeleting', 400, 'Unavailable'],
    ['KmsAccessDeniedException', 400, 'Unavailable'],
  ])('%s (%i) while starting is %s: the sweep starts it later', async (name, status, expected) => {
    const { states, workflow } = await open();
    states.fail(() => ({ name, status }));
    const error: unknown = await workflow.start(input).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: expected });
    expect((error as Error).message).not.toContain('leaked');
  });

  it.each([
    ['TaskTimedOut', 'TaskTimedOut'],
    ['TaskDoesNotExist', 'TaskTimedOut'],
    ['InvalidToken', 'TaskTimedOut'],
    ['InvalidOutput', 'Unavailable'],
    ['KmsInvalidStateException', 'Unavailable'],
  ])('%s while answering is %s', async (name, expected) => {
    const { states, workflow } = await open();
    states.fail(() => ({ name, status: 400 }));
    const answer = workflow.answer('token', { decision: 'approve', revision: newRevision() });
    await expect(answer).rejects.toMatchObject({ name: expected });
  });

  it('asks about an execution by its case, whatever version of the machine it began with', async () => {
    const { states, workflow } = await open();
    await workflow.status(input);
    const { executionArn } = JSON.parse(states.calls[0]!.body.toString()) as { executionArn: string };
    expect(executionArn).toBe(`arn:aws:states:us-east-1:111122223333:execution:airlock:${input.caseId}`);
  });
});

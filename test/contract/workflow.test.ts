// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { openDatabase } from '../../local/database.ts';
import { openMachine } from '../../local/machine.ts';
import { workflowOn } from '../../local/workflow.ts';
import { temporaryFolders } from './temporary-folder.ts';
import { describeWorkflow } from './workflow.ts';

const newFolder = temporaryFolders();
const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of opened) await close();
});

/** One review, as statemachines/airlock.asl.json waits for it. */
const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'AwaitReview',
  States: {
    AwaitReview: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      TimeoutSeconds: '{% $states.context.Execution.Input.review[0] %}',
      Arguments: {
        FunctionName: 'OpenReview',
        Payload: {
          caseId: '{% $states.context.Execution.Input.caseId %}',
          token: '{% $states.context.Task.Token %}',
        },
      },
      Assign: { decision: '{% $states.result.decision %}' },
      Next: 'Decided',
    },
    Decided: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $decision = 'approve' %}", Next: 'Approved' }],
      Default: 'Refused',
    },
    Approved: { Type: 'Succeed' },
    Refused: { Type: 'Fail', Error: 'Refused' },
  },
};

describeWorkflow('the workflow of the laptop', async () => {
  const database = openDatabase({ path: join(newFolder(), 'workflow.sqlite'), synchronous: 'NORMAL' });
  const given = new Map<string, string[]>();
  const machine = openMachine({
    definition,
    functions: {
      OpenReview: async (payload) => {
        const { caseId, token } = payload as { caseId: string; token: string };
        given.set(caseId, [...(given.get(caseId) ?? []), token]);
        return {};
      },
    },
    database,
  });
  opened.push(async () => {
    await machine.close();
    database.close();
  });
  return {
    workflow: workflowOn(machine),
    tokens: (caseId) => given.get(caseId) ?? [],
    settled: () => machine.idle(),
  };
});

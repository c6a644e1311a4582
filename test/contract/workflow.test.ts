// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { openDatabase } from '../../local/database.ts';
import { openMachine } from '../../local/machine.ts';
import { workflowOn } from '../../local/workflow.ts';
import { reviewDefinition } from './review-definition.ts';
import { temporaryFolders } from './temporary-folder.ts';
import { describeWorkflow } from './workflow.ts';

const newFolder = temporaryFolders();
const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of opened) await close();
});

describeWorkflow('the workflow of the laptop', async () => {
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

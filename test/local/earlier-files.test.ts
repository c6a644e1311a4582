// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { openDatabase } from '../../local/database.ts';
import { masterKey } from '../../local/master-key.ts';
import { openLocalPorts } from '../../local/ports.ts';
import { openPipeline } from '../../local/pipeline.ts';
import { openVault } from '../../local/vault.ts';
import { schema as workflowSchema } from '../../local/machine/schema.ts';
import { day, newRevision, noon, sampleCase } from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';

const newFolder = temporaryFolders();
const policies = fileURLToPath(new URL('../../policies', import.meta.url));

it('a data folder of an earlier version goes on in one file, and its own files are gone', async () => {
  const folder = newFolder();
  const item = sampleCase();
  const first = await openLocalPorts({ folder, policies, environment: {}, clock: () => noon });
  await first.cases.accept(item, undefined, undefined);
  first.close();
  const vaultFile = openDatabase({ path: join(folder, 'vault.sqlite'), secureDelete: true });
  const master = masterKey(folder, undefined, randomBytes);
  const earlier = openVault({ database: vaultFile, master, clock: () => noon, randomBytes });
  const ref = { tenantId: item.tenantId, scope: item.caseId, revision: newRevision() };
  await earlier.put(ref, 'kept', noon + day);
  vaultFile.close();
  const workflowFile = openDatabase({ path: join(folder, 'workflow.sqlite') });
  workflowFile.exec(workflowSchema);
  workflowFile.exec(`
    INSERT INTO workflow_definition VALUES ('old', '{}');
    INSERT INTO workflow_execution VALUES
      (7, '${item.caseId}', 3, 'old', 'SUCCEEDED', '{}', '{}', NULL, NULL, ${noon}, ${noon}, ${noon + day}, 'End', ${noon}, 1,
       '{}', '{}', '[]', NULL, 1, NULL, NULL, NULL, NULL, 2, NULL);
    INSERT INTO workflow_event VALUES (7, 1, '[]');`);
  workflowFile.close();

  const clock = { now: () => noon, setTimer: () => ({ cancel: () => undefined }) };
  const pipeline = await openPipeline({
    folder,
    policies,
    environment: {},
    clock: () => noon,
    machine: { clock },
  });
  expect(await pipeline.ports.cases.get(item)).toEqual(item);
  expect(await pipeline.ports.vault.get(ref)).toBe('kept');
  expect(pipeline.machine.describe(item.caseId)).toMatchObject({ status: 'SUCCEEDED' });
  await pipeline.close();
  expect(readdirSync(folder).filter((name) => /^(?:vault|workflow)\./.test(name))).toEqual([]);
});

// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { openLocalPorts } from '../../local/ports.ts';
import { newRevision, sampleCase, sampleEntry } from '../contract/sample-case.ts';

// Run by ports-crash.test.ts, which kills it: writes to every store, and tells what each has acknowledged.
const [folder = ''] = process.argv.slice(2);
const policies = fileURLToPath(new URL('../../policies', import.meta.url));
const ports = await openLocalPorts({ folder, policies, environment: {} });
const until = Date.now() + 86_400_000;

async function writer(): Promise<void> {
  for (;;) {
    const item = sampleCase();
    const { tenantId, caseId } = item;
    const ref = { tenantId, scope: caseId, revision: item.request };
    await ports.keys.create(item);
    process.send?.(['key', caseId, '']);
    await ports.vault.put(ref, `text of ${caseId}`, until);
    process.send?.(['vault', caseId, ref.revision]);
    await ports.cases.accept(item, undefined, sampleEntry(item, caseId));
    process.send?.(['case', caseId, '0']);
    await ports.cases.replace({ ...item, version: 1, status: 'running', prompt: newRevision() });
    process.send?.(['case', caseId, '1']);
    const key = archiveKey('record', item);
    await ports.archive.put(key, Buffer.from(`record of ${caseId}`), { mode: 'COMPLIANCE', until });
    process.send?.(['archive', caseId, key]);
    await ports.archive.setLegalHold(key, true);
    process.send?.(['hold', caseId, key]);
  }
}
await Promise.all(Array.from({ length: 8 }, writer));

// SPDX-License-Identifier: Apache-2.0
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { openLocalPorts } from '../../local/ports.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';
import { filesBelow } from './files-below.ts';

const newFolder = temporaryFolders();
const child = fileURLToPath(new URL('ports-crash-child.ts', import.meta.url));
const policies = fileURLToPath(new URL('../../policies', import.meta.url));

it('everything that a store acknowledged is there after kill -9 at any moment, and nothing half-written', async () => {
  const folder = join(newFolder(), 'data');
  const acknowledged: [kind: string, caseId: string, name: string][] = [];
  for (let round = 0; round < 8; round += 1) {
    const writer = fork(child, [folder], { execArgv: ['--no-warnings'] });
    writer.on('message', (message) => acknowledged.push(message as [string, string, string]));
    await once(writer, 'message');
    await setTimeout(Math.random() * 150);
    const exit = once(writer, 'exit');
    writer.kill('SIGKILL');
    // It must have been alive: a child that failed by itself proves nothing.
    expect((await exit)[1]).toBe('SIGKILL');
  }

  const ports = await openLocalPorts({ folder, policies, environment: {} });
  const tenantId = 'north';
  const counts = { key: 0, vault: 0, case: 0, archive: 0, hold: 0 };
  for (const [kind, caseId, name] of acknowledged) {
    counts[kind as keyof typeof counts] += 1;
    const ref = { tenantId, caseId };
    if (kind === 'key') expect(await ports.keys.caseKey(ref)).toHaveLength(32);
    if (kind === 'vault')
      expect(await ports.vault.get({ tenantId, scope: caseId, revision: name })).toBe(`text of ${caseId}`);
    if (kind === 'case') expect((await ports.cases.get(ref))?.version).toBeGreaterThanOrEqual(Number(name));
    if (kind === 'archive')
      expect(Buffer.from((await ports.archive.get(name))!.bytes).toString()).toBe(`record of ${caseId}`);
    if (kind === 'hold') expect((await ports.archive.get(name))?.legalHold).toBe(true);
  }
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);

  // What was not acknowledged is whole too, or not there: every archived object has its retention.
  const archive = join(folder, 'archive');
  const objects = filesBelow(archive).filter((path) => path.endsWith('.json'));
  for (const path of objects)
    expect((await ports.archive.get(path.slice(archive.length + 1)))?.retention.mode).toBe('COMPLIANCE');
  expect(objects.length).toBeGreaterThanOrEqual(counts.archive);
  expect(filesBelow(join(archive, '.incoming'))).toEqual([]);
  ports.close();
}, 120_000);

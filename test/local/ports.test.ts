// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Workflow } from '../../lambdas/ports.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { type LocalOptions, type LocalPorts, openLocalPorts } from '../../local/ports.ts';
import {
  day,
  newRevision,
  noon,
  sampleCase,
  sampleConversation,
  sampleEntry,
} from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';
import { faultyDisk } from './faulty-disk.ts';
import { filesBelow, filesWith } from './files-below.ts';

const newFolder = temporaryFolders();
const policies = fileURLToPath(new URL('../../policies', import.meta.url));

describe('the ports of the laptop', () => {
  let folder: string;
  let ports: LocalPorts;
  const open = (options: Partial<LocalOptions> = {}) =>
    openLocalPorts({ folder, policies, environment: {}, clock: () => noon, ...options });

  beforeEach(async () => {
    folder = join(newFolder(), 'data');
    ports = await open();
  });
  afterEach(() => ports.close());

  it('make their folder for its owner alone, with every file in it', async () => {
    const item = sampleCase();
    await ports.keys.create(item);
    await ports.vault.put({ ...item, scope: item.caseId, revision: newRevision() }, 'text', noon + day);
    await ports.archive.put(archiveKey('record', item), Buffer.from('{}'), {
      mode: 'COMPLIANCE',
      until: noon + day,
    });
    await ports.cases.accept(item, undefined, undefined);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const path of filesBelow(folder)) expect([path, statSync(path).mode & 0o077]).toEqual([path, 0]);
  });

  it('are all there again after they were opened again', async () => {
    const item = sampleCase();
    const ref = { tenantId: item.tenantId, scope: item.caseId, revision: newRevision() };
    await ports.keys.create(item);
    const key = await ports.keys.caseKey(item);
    await ports.vault.put(ref, 'text', noon + day);
    await ports.cases.accept(item, sampleConversation(item), sampleEntry(item, 'k'));
    ports.close();
    ports.close();
    ports = await open();
    expect(await ports.vault.get(ref)).toBe('text');
    expect(await ports.keys.caseKey(item)).toEqual(key);
    expect(await ports.cases.get(item)).toEqual(item);
    expect(await ports.cases.conversation(item)).toEqual(sampleConversation(item));
    expect((await ports.cases.accept(sampleCase(), undefined, sampleEntry(item, 'k')))?.caseId).toBe(
      item.caseId,
    );
  });

  it('keep text and keys out of every file', async () => {
    const canary = 'Zephyrine Quillfeather, 4929-8841-0072';
    const item = sampleCase();
    await ports.keys.create(item);
    for (let revision = 0; revision < 5; revision += 1)
      await ports.vault.put(
        { tenantId: item.tenantId, scope: item.caseId, revision: newRevision() },
        JSON.stringify({ messages: [{ role: 'user', content: `Call ${canary} today` }] }),
        noon + day,
      );
    await ports.cases.accept(item, sampleConversation(item), sampleEntry(item, canary));
    const secrets = [canary, await ports.keys.caseKey(item), await ports.keys.tenantKey('north')];
    expect(filesWith(folder, secrets)).toEqual([]);
    // The master key is in its own file, and only there.
    const master = readFileSync(join(folder, 'master.key'), 'utf8').trim();
    const [own] = filesBelow(folder).filter((path) => readFileSync(path).includes(master));
    expect(own).toBe(join(folder, 'master.key'));
    expect(filesWith(folder, [Buffer.from(master, 'base64')])).toEqual([own]);
  });

  it('leave no master key on the disk when it comes from the environment', async () => {
    const master = randomBytes(32);
    const elsewhere = join(newFolder(), 'data');
    const others = await open({
      folder: elsewhere,
      environment: { AIRLOCK_MASTER_KEY: master.toString('base64') },
    });
    others.close();
    expect(existsSync(join(elsewhere, 'master.key'))).toBe(false);
    expect(filesWith(elsewhere, [master])).toEqual([]);
  });

  it('are for one process, and say so in words', async () => {
    await expect(open()).rejects.toThrow(`${folder} is in use by another prompt-airlock`);
    // The first one goes on.
    await ports.probe?.();
  });

  it('do not open with another master key, and stay as they are', async () => {
    ports.close();
    const other = { AIRLOCK_MASTER_KEY: randomBytes(32).toString('base64') };
    await expect(open({ environment: other })).rejects.toThrow('The master key is not the one');
    ports = await open();
  });

  it('do not open with a policy that has a mistake, and let go of the folder', async () => {
    ports.close();
    const wrong = newFolder();
    writeFileSync(join(wrong, 'wrong.json'), '{}');
    await expect(open({ policies: wrong })).rejects.toMatchObject({ name: 'PolicyMistakes' });
    ports = await open();
  });

  it('do not open where the folder is a file', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const sentence = 'cannot be used as the data folder';
    await expect(open({ folder: file })).rejects.toThrow(`${file} ${sentence}: EEXIST.`);
    await expect(open({ folder: join(file, 'below') })).rejects.toThrow(`${sentence}: ENOTDIR.`);
  });

  it('do not open where a file cannot be made, and say which code the disk gave', async () => {
    const taken = newFolder();
    mkdirSync(join(taken, 'keys.sqlite'));
    const environment = { AIRLOCK_MASTER_KEY: randomBytes(32).toString('base64') };
    await expect(open({ folder: taken, environment })).rejects.toThrow(
      `${taken} cannot be used as the data folder: EISDIR.`,
    );
  });

  it('say with a probe whether they take writes', async () => {
    ports.close();
    const faulty = faultyDisk();
    ports = await open({ disk: faulty.disk });
    await ports.probe?.();
    faulty.fail('write', 'ENOSPC');
    await expect(ports.probe?.()).rejects.toMatchObject({ name: 'StorageUnavailable' });
    faulty.mend();
    await ports.probe?.();
  });

  it('have a workflow as soon as one is plugged in', async () => {
    const item = sampleCase();
    await expect(ports.workflow.status(item)).rejects.toMatchObject({ name: 'Unavailable' });
    const started: unknown[] = [];
    const workflow: Workflow = {
      start: async (input) => void started.push(input),
      answer: async () => undefined,
      status: async () => 'RUNNING',
    };
    ports.connect(workflow);
    expect(await ports.workflow.status(item)).toBe('RUNNING');
    await ports.workflow.start({ ...item, revision: item.request, review: [1] });
    expect(started).toHaveLength(1);
  });

  it('wake who waits for a case as soon as something happened to it', async () => {
    const item = sampleCase();
    const moved = ports.moved?.(item, 60_000);
    await ports.notify({ tenantId: item.tenantId, caseId: item.caseId, kind: 'closed', at: noon });
    await expect(moved).resolves.toBeUndefined();
  });

  it('accept nothing on a disk that is full, and lose nothing that was accepted', async () => {
    ports.close();
    const opened: Database[] = [];
    ports = await open({
      open: (each) => {
        const database = openDatabase(each);
        opened.push(database);
        return database;
      },
    });
    const item = sampleCase();
    const ref = { tenantId: item.tenantId, scope: item.caseId, revision: newRevision() };
    await ports.vault.put(ref, 'accepted', noon + day);
    await ports.cases.accept(item, undefined, undefined);
    for (const database of opened) database.exec('PRAGMA max_page_count = 1');
    const long = 'refused'.repeat(10_000);
    const put = ports.vault.put({ ...ref, revision: newRevision() }, long, noon + day);
    await expect(put).rejects.toMatchObject({ name: 'StorageUnavailable' });
    expect(await ports.vault.get(ref)).toBe('accepted');
    expect(await ports.cases.get(item)).toEqual(item);
  });
});

describe('what is on disk', () => {
  it('comes before a model is asked, and before anything is locked', async () => {
    const done: string[] = [];
    let waiting: (() => void) | undefined;
    const ports = await openLocalPorts({
      folder: newFolder(),
      policies,
      environment: {},
      clock: () => noon,
      open: (each) =>
        openDatabase({ ...each, sync: () => new Promise<void>((resolve) => (waiting = resolve)) }),
      models: {
        serves: () => true,
        converse: () => {
          done.push('asked');
          return Promise.reject(new Error('no model'));
        },
      },
    });
    const item = sampleCase();
    const ref = { tenantId: item.tenantId, scope: item.caseId, revision: newRevision() };
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    await ports.vault.put(ref, 'what the model is shown', noon + day);
    const call = { modelId: 'any', system: '', messages: [], maxOutputTokens: 1, caseId: item.caseId };
    const asked = ports.models.converse(call).catch(() => undefined);
    await turn();
    expect(done).toEqual([]);
    waiting?.();
    await asked;
    expect(done).toEqual(['asked']);

    await ports.cases.accept(item, undefined, undefined);
    const key = archiveKey('record', item);
    const kept = { mode: 'COMPLIANCE', until: noon + day } as const;
    const locked = ports.archive.put(key, Buffer.from('{}'), kept).then(() => done.push('locked'));
    await turn();
    expect(await ports.archive.get(key)).toBeUndefined();
    waiting?.();
    await locked;
    expect(done).toEqual(['asked', 'locked']);
    ports.close();
  });
});

it('a data folder that others may read is still only its owner’s, file by file', async () => {
  const folder = newFolder();
  chmodSync(folder, 0o755);
  const ports = await openLocalPorts({ folder, policies, environment: {} });
  const item = sampleCase();
  await ports.vault.put(
    { tenantId: 'north', scope: item.caseId, revision: newRevision() },
    'text',
    Date.now() + day,
  );
  const open = filesBelow(folder).filter((path) => (statSync(path).mode & 0o004) !== 0);
  expect(open).toEqual([]);
  ports.close();
});

// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { CaseRef } from '../../lambdas/records/case.ts';
import { openDatabase } from '../../local/database.ts';
import { type KeysOptions, type LocalKeys, openKeys } from '../../local/keys.ts';
import { noon } from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';
import { filesBelow, filesWith } from './files-below.ts';

const newFolder = temporaryFolders();
const master = randomBytes(32);

describe('the keys of the laptop', () => {
  let folder: string;
  let keys: LocalKeys;
  const open = (options: Partial<KeysOptions> = {}) =>
    openKeys({ folder, master, clock: () => noon, randomBytes, ...options });
  const refs = Array.from({ length: 50 }, (): CaseRef => ({ tenantId: 'north', caseId: uuidv7() }));
  const [doomed] = refs as [CaseRef];

  /** The case's wrapped key as it stands in the file. */
  const wrappedKey = (): Uint8Array => {
    keys.close();
    const database = openDatabase({ path: join(folder, 'keys.sqlite') });
    const row = database.prepare('SELECT wrapped FROM case_keys WHERE case_id = ?').get(doomed.caseId);
    database.close();
    keys = open();
    return row?.['wrapped'] as Uint8Array;
  };
  const inSomeFile = (bytes: Uint8Array): string[] =>
    filesBelow(folder).filter((path) => readFileSync(path).includes(Buffer.from(bytes)));

  beforeEach(async () => {
    folder = newFolder();
    keys = open();
    for (const ref of refs) await keys.create(ref);
  });
  afterEach(() => keys.close());

  it('are still there after the file was opened again', async () => {
    const before = await Promise.all(refs.map((ref) => keys.caseKey(ref)));
    const tenant = await keys.tenantKey('north');
    keys.close();
    keys = open();
    expect(await Promise.all(refs.map((ref) => keys.caseKey(ref)))).toEqual(before);
    expect(await keys.tenantKey('north')).toEqual(tenant);
  });

  it('stand in no file unwrapped', async () => {
    const all = await Promise.all(refs.map((ref) => keys.caseKey(ref)));
    expect(filesWith(folder, [...all, await keys.tenantKey('north'), master])).toEqual([]);
  });

  it('leave no byte behind when they are erased: not in the file, not in its log', async () => {
    const wrapped = wrappedKey();
    // Further writes, so that the log holds the page again.
    await keys.create({ tenantId: 'north', caseId: uuidv7() });
    expect(inSomeFile(wrapped)).not.toEqual([]);
    await keys.erase(doomed);
    // While it is still open, as it stands on the disk.
    expect(inSomeFile(wrapped)).toEqual([]);
    expect(inSomeFile(wrapped.slice(1, 13))).toEqual([]);
    expect(statSync(join(folder, 'keys.sqlite-wal')).size).toBe(0);
    await expect(keys.caseKey(doomed)).rejects.toMatchObject({ name: 'KeyErased' });
    expect(await keys.caseKey(refs[1]!)).toHaveLength(32);
    keys.close();
    keys = open();
    await expect(keys.caseKey(doomed)).rejects.toMatchObject({ name: 'KeyErased' });
    await expect(keys.create(doomed)).rejects.toMatchObject({ name: 'KeyErased' });
  });

  it('can all be erased at the same time', async () => {
    await Promise.all(refs.map((ref) => keys.erase(ref)));
    for (const ref of refs) await expect(keys.caseKey(ref)).rejects.toMatchObject({ name: 'KeyErased' });
    expect(statSync(join(folder, 'keys.sqlite-wal')).size).toBe(0);
  });

  it('do not open when one row has been put in the place of another', async () => {
    keys.close();
    const database = openDatabase({ path: join(folder, 'keys.sqlite') });
    database
      .prepare(
        'UPDATE case_keys SET wrapped = (SELECT wrapped FROM case_keys WHERE case_id = ?) WHERE case_id = ?',
      )
      .run(refs[1]!.caseId, doomed.caseId);
    database.close();
    keys = open();
    await expect(keys.caseKey(doomed)).rejects.toMatchObject({ name: 'Malformed' });
    expect(await keys.caseKey(refs[1]!)).toHaveLength(32);
  });

  it('refuse a master key that is not theirs, and stay as they are', () => {
    keys.close();
    expect(() => open({ master: randomBytes(32) })).toThrow(
      'The master key is not the one that this data folder was made with.',
    );
    keys = open();
  });

  it('are for one process: the second is refused', () => {
    expect(() => open()).toThrow(
      expect.objectContaining({ name: 'StorageUnavailable', code: 'SQLITE_BUSY' }),
    );
  });
});

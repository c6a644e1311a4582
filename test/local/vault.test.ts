// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { VaultRef } from '../../lambdas/ports.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { type LocalVault, openVault } from '../../local/vault.ts';
import { day, newRevision, noon } from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';
import { filesWith } from './files-below.ts';

const newFolder = temporaryFolders();
const master = randomBytes(32);
const until = noon + day;
const newRef = () => ({ tenantId: 'north', scope: uuidv7(), revision: newRevision() });
const unavailable = { name: 'StorageUnavailable' };

describe('the vault of the laptop', () => {
  let folder: string;
  let database: Database;
  let vault: LocalVault;
  let now: number;
  const open = (key: Uint8Array = master) =>
    openVault({ database, master: key, clock: () => now, randomBytes });
  const count = () => Number(database.prepare('SELECT count(*) AS n FROM objects').get()?.['n']);
  /** The row of an object, with a column as somebody with the file in hand would leave it. */
  const edit = (
    { tenantId, scope, revision }: VaultRef,
    column: string,
    value: string | number | Uint8Array,
  ) =>
    database
      .prepare(`UPDATE objects SET ${column} = ? WHERE tenant_id = ? AND scope = ? AND revision = ?`)
      .run(value, tenantId, scope, revision);
  const sealedOf = ({ tenantId, scope, revision }: VaultRef) =>
    Buffer.from(
      database
        .prepare('SELECT sealed FROM objects WHERE tenant_id = ? AND scope = ? AND revision = ?')
        .get(tenantId, scope, revision)?.['sealed'] as Uint8Array,
    );

  beforeEach(() => {
    folder = newFolder();
    now = noon;
    database = openDatabase({ path: join(folder, 'vault.sqlite'), secureDelete: true });
    vault = open();
  });
  afterEach(() => database.close());

  it('still has everything after it was opened again', async () => {
    const ref = newRef();
    await vault.put(ref, 'kept', until);
    database.close();
    database = openDatabase({ path: join(folder, 'vault.sqlite'), secureDelete: true });
    expect(await open().get(ref)).toBe('kept');
  });

  it('has an object on the disk before it says so', async () => {
    const ref = newRef();
    await vault.put(ref, 'kept', until);
    const other = new DatabaseSync(join(folder, 'vault.sqlite'), { readOnly: true });
    expect(other.prepare('SELECT revision FROM objects').all()).toEqual([{ revision: ref.revision }]);
    other.close();
  });

  it('writes no text in the clear, in no encoding', async () => {
    const canary = 'Zephyrine Quillfeather 4929-8841';
    const ref = newRef();
    await vault.put(ref, `before ${canary} after`, until);
    expect(filesWith(folder, [canary])).toEqual([]);
    // The search itself finds what is there.
    for (const form of [
      canary,
      Buffer.from(`abc${canary}def`).toString('base64'),
      Buffer.from(canary).toString('hex'),
      encodeURIComponent(canary),
      Buffer.from(canary, 'utf16le'),
    ]) {
      writeFileSync(join(folder, 'planted'), form);
      expect(filesWith(folder, [canary])).toEqual([join(folder, 'planted')]);
    }
  });

  it('encrypts the same text differently every time', async () => {
    const refs = [newRef(), newRef()];
    for (const ref of refs) await vault.put(ref, 'the same', until);
    const [one, two] = refs.map((ref) => sealedOf(ref).toString('hex'));
    expect(one).not.toBe(two);
  });

  it('does not open with another master key', async () => {
    const ref = newRef();
    await vault.put(ref, 'text', until);
    await expect(open(randomBytes(32)).get(ref)).rejects.toMatchObject({ name: 'Malformed' });
  });

  describe('does not open a row that was tampered with:', () => {
    const tamper = (change: (bytes: Buffer) => Uint8Array) => (ref: VaultRef) =>
      edit(ref, 'sealed', change(sealedOf(ref)));
    const flip = (at: (length: number) => number) =>
      tamper((bytes) => {
        const index = at(bytes.length);
        bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
        return bytes;
      });
    it.each([
      ['its expiry put off', (ref: VaultRef) => edit(ref, 'until', until + 1)],
      ['an expiry that is no number of JavaScript', (ref: VaultRef) => edit(ref, 'until', 2 ** 62)],
      ['its version changed', flip(() => 0)],
      ['its nonce changed', flip(() => 1)],
      ['its tag changed', flip(() => 13)],
      ['its first letter changed', flip(() => 29)],
      ['its last letter changed', flip((length) => length - 1)],
      ['a byte cut off', tamper((bytes) => bytes.subarray(0, -1))],
      ['all but its tag cut off', tamper((bytes) => bytes.subarray(0, 29))],
      ['everything cut off', tamper(() => new Uint8Array())],
      ['a byte added', tamper((bytes) => Buffer.concat([bytes, Buffer.of(0)]))],
      ['other bytes', tamper(() => randomBytes(200))],
    ])('%s', async (_what, change) => {
      const ref = newRef();
      await vault.put(ref, 'some text', until);
      // Not a change that was made nowhere.
      expect(change(ref)).toMatchObject({ changes: 1 });
      await expect(vault.get(ref)).rejects.toMatchObject({ name: 'Malformed' });
    });

    it.each([
      ['another revision', 'revision', newRevision()],
      ['another scope', 'scope', uuidv7()],
      ['another tenant', 'tenant_id', 'south'],
    ])('moved to %s', async (_where, column, value) => {
      const ref = newRef();
      await vault.put(ref, 'text', until);
      edit(ref, column, value);
      const moved = { ...ref, [column === 'tenant_id' ? 'tenantId' : column]: value };
      await expect(vault.get(moved)).rejects.toMatchObject({ name: 'Malformed' });
      await expect(vault.get(ref)).rejects.toMatchObject({ name: 'NotFound' });
    });

    it('says so without a word of what is in it, and without a cause', async () => {
      const ref = newRef();
      await vault.put(ref, 'secret', until);
      edit(ref, 'sealed', sealedOf(ref).subarray(0, 30));
      const error: unknown = await vault.get(ref).catch((thrown: unknown) => thrown);
      expect(error).not.toHaveProperty('cause');
      expect(String((error as Error).stack)).not.toContain('secret');
    });

    it('and does not write over it', async () => {
      const ref = newRef();
      await vault.put(ref, 'text', until);
      edit(ref, 'sealed', randomBytes(50));
      await expect(vault.put(ref, 'text', until)).rejects.toMatchObject({ name: 'Malformed' });
    });
  });

  describe('on a disk that refuses', () => {
    it.each([
      ['is full', 'PRAGMA max_page_count = 1', 'PRAGMA max_page_count = 100000'],
      ['is read-only', 'PRAGMA query_only = ON', 'PRAGMA query_only = OFF'],
    ])('because it %s: puts nothing, says so, and goes on when it can', async (_why, refuse, mend) => {
      const [before, ref] = [newRef(), newRef()];
      await vault.put(before, 'before', until);
      database.exec(refuse);
      const long = 'x'.repeat(100_000);
      await expect(vault.put(ref, long, until)).rejects.toMatchObject(unavailable);
      await expect(vault.get(ref)).rejects.toMatchObject({ name: 'NotFound' });
      expect(await vault.get(before)).toBe('before');
      database.exec(mend);
      await vault.probe();
      // A retry with the same revision goes through: nothing half-written stands in its way.
      await vault.put(ref, long, until);
      expect(await vault.get(ref)).toBe(long);
    });

    it('does not say that a scope is gone, or that it can write, when it cannot', async () => {
      const ref = newRef();
      await vault.put(ref, 'text', until);
      database.exec('PRAGMA query_only = ON');
      await expect(vault.purge(ref)).rejects.toMatchObject(unavailable);
      await expect(vault.probe()).rejects.toMatchObject(unavailable);
      await expect(vault.sweep()).rejects.toMatchObject(unavailable);
      database.exec('PRAGMA query_only = OFF');
      expect(await vault.get(ref)).toBe('text');
    });
  });

  it('overwrites what it removes', async () => {
    const [gone, kept] = [newRef(), newRef()];
    for (const ref of [gone, kept]) await vault.put(ref, 'text', until);
    const [goneBytes, keptBytes] = [sealedOf(gone), sealedOf(kept)];
    await vault.purge(gone);
    // The log goes into the file, and is cut off.
    database.close();
    expect(filesWith(folder, [goneBytes])).toEqual([]);
    expect(filesWith(folder, [keptBytes])).toEqual([join(folder, 'vault.sqlite')]);
    database = openDatabase({ path: join(folder, 'vault.sqlite') });
  });

  describe('sweep', () => {
    it('removes what has expired, of all tenants, and nothing else', async () => {
      const [gone, south, kept] = [newRef(), { ...newRef(), tenantId: 'south' }, newRef()];
      for (const ref of [gone, south]) await vault.put(ref, 'gone', noon + 1000);
      await vault.put(kept, 'kept', until);
      now = noon + 999;
      expect(await vault.sweep()).toBe(0);
      now = noon + 1000;
      expect(await vault.sweep()).toBe(2);
      expect(count()).toBe(1);
      expect(await vault.get(kept)).toBe('kept');
    });

    it('removes more than fits into one transaction', async () => {
      const refs = Array.from({ length: 1001 }, newRef);
      await Promise.all(refs.map((ref) => vault.put(ref, 'x', noon + 1)));
      now = noon + 1;
      expect(await vault.sweep()).toBe(1001);
      expect(count()).toBe(0);
    });
  });
});

// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { VaultRef } from '../../lambdas/ports.ts';
import { type LocalVault, openVault, type VaultOptions } from '../../local/vault.ts';
import { day, newRevision, noon } from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';
import { faultyDisk, type Operation } from './faulty-disk.ts';
import { filesBelow, filesWith } from './files-below.ts';

const newFolder = temporaryFolders();
const master = randomBytes(32);
const until = noon + day;
const newRef = () => ({ tenantId: 'north', scope: uuidv7(), revision: newRevision() });

describe('the vault of the laptop', () => {
  let folder: string;
  let vault: LocalVault;
  let now: number;
  const open = (options: Partial<VaultOptions> = {}) =>
    openVault({ folder, master, clock: () => now, randomBytes, ...options });
  const pathOf = (ref: VaultRef) => join(folder, 'vault', ref.tenantId, ref.scope, ref.revision);

  beforeEach(async () => {
    folder = newFolder();
    now = noon;
    vault = await open();
  });

  it('still has everything after it was opened again', async () => {
    const ref = newRef();
    await vault.put(ref, 'kept', until);
    expect(await (await open()).get(ref)).toBe('kept');
  });

  it('keeps files and folders from everybody but their owner', async () => {
    const ref = newRef();
    await vault.put(ref, 'text', until);
    expect(statSync(pathOf(ref)).mode & 0o777).toBe(0o600);
    for (let path = dirname(pathOf(ref)); path !== folder; path = dirname(path))
      expect(statSync(path).mode & 0o777).toBe(0o700);
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
    const [one, two] = refs.map((ref) => readFileSync(pathOf(ref)).toString('hex').slice(16));
    expect(one).not.toBe(two);
  });

  it('does not open with another master key', async () => {
    const ref = newRef();
    await vault.put(ref, 'text', until);
    const other = await open({ master: randomBytes(32) });
    await expect(other.get(ref)).rejects.toMatchObject({ name: 'Malformed' });
  });

  describe('does not open a file that was tampered with:', () => {
    const tamper = (change: (bytes: Buffer) => Buffer) => (path: string) =>
      writeFileSync(path, change(readFileSync(path)));
    const flip = (at: (length: number) => number) =>
      tamper((bytes) => {
        const index = at(bytes.length);
        bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
        return bytes;
      });
    it.each([
      ['its expiry put off', flip(() => 2)],
      ['its version changed', flip(() => 8)],
      ['its nonce changed', flip(() => 9)],
      ['its tag changed', flip(() => 21)],
      ['its first letter changed', flip(() => 37)],
      ['its last letter changed', flip((length) => length - 1)],
      ['a byte cut off', (path: string) => truncateSync(path, statSync(path).size - 1)],
      ['all but its header cut off', (path: string) => truncateSync(path, 8)],
      ['everything cut off', (path: string) => truncateSync(path, 0)],
      ['a byte added', tamper((bytes) => Buffer.concat([bytes, Buffer.of(0)]))],
      ['other bytes', (path: string) => writeFileSync(path, randomBytes(200))],
    ])('%s', async (_what, change) => {
      const ref = newRef();
      await vault.put(ref, 'some text', until);
      change(pathOf(ref));
      vault = await open();
      await expect(vault.get(ref)).rejects.toMatchObject({ name: 'Malformed' });
    });

    it.each([
      ['another revision', (ref: VaultRef) => ({ ...ref, revision: newRevision() })],
      ['another scope', (ref: VaultRef) => ({ ...ref, scope: uuidv7() })],
      ['another tenant', (ref: VaultRef) => ({ ...ref, tenantId: 'south' })],
    ])('moved to %s', async (_where, move) => {
      const ref = newRef();
      const moved = move(ref);
      await vault.put(ref, 'text', until);
      mkdirSync(dirname(pathOf(moved)), { recursive: true });
      copyFileSync(pathOf(ref), pathOf(moved));
      await expect(vault.get(moved)).rejects.toMatchObject({ name: 'Malformed' });
    });

    it('says so without a word of what is in it, and without a cause', async () => {
      const ref = newRef();
      await vault.put(ref, 'secret', until);
      truncateSync(pathOf(ref), 30);
      vault = await open();
      const error: unknown = await vault.get(ref).catch((thrown: unknown) => thrown);
      expect(error).not.toHaveProperty('cause');
      expect(String((error as Error).stack)).not.toContain('secret');
    });
  });

  describe('on a disk that refuses', () => {
    const refusals: readonly (readonly [Operation, string])[] = [
      ['write', 'ENOSPC'],
      ['datasync', 'EIO'],
      ['open', 'EROFS'],
      ['open', 'EACCES'],
      ['open', 'EMFILE'],
      ['sync', 'EIO'],
    ];
    it.each(refusals)('puts nothing and says so: %s %s', async (operation, code) => {
      const faulty = faultyDisk();
      vault = await open({ disk: faulty.disk });
      const before = newRef();
      await vault.put(before, 'before', until);
      faulty.fail(operation, code);
      const ref = newRef();
      await expect(vault.put(ref, 'text', until)).rejects.toMatchObject({ name: 'StorageUnavailable' });
      await expect(vault.probe()).rejects.toMatchObject({ name: 'StorageUnavailable' });
      faulty.mend();
      await vault.probe();
      expect(await vault.get(before)).toBe('before');
      // A retry with the same revision goes through: nothing half-written stands in its way.
      await vault.put(ref, 'text', until);
      expect(await vault.get(ref)).toBe('text');
    });

    it('says that it cannot be read now, not that nothing is there', async () => {
      const faulty = faultyDisk();
      vault = await open({ disk: faulty.disk });
      const ref = newRef();
      await vault.put(ref, 'text', until);
      vault = await open({ disk: faulty.disk });
      faulty.fail('readFile', 'EIO');
      await expect(vault.get(ref)).rejects.toMatchObject({ name: 'Unavailable' });
    });

    it('does not open where the folder cannot be written', async () => {
      const faulty = faultyDisk();
      faulty.fail('mkdir', 'EROFS');
      await expect(open({ disk: faulty.disk })).rejects.toMatchObject({ name: 'StorageUnavailable' });
    });

    it('does not say that a scope is gone when it could not be removed', async () => {
      const faulty = faultyDisk();
      vault = await open({ disk: faulty.disk });
      const ref = newRef();
      await vault.put(ref, 'text', until);
      faulty.fail('rename', 'EROFS');
      await expect(vault.purge(ref)).rejects.toMatchObject({ name: 'StorageUnavailable' });
    });
  });

  describe('after a crash', () => {
    it('removes what a purge had taken away but not yet deleted', async () => {
      const faulty = faultyDisk();
      vault = await open({ disk: faulty.disk });
      const ref = newRef();
      await vault.put(ref, 'text', until);
      faulty.fail('rm', 'EIO');
      await expect(vault.purge(ref)).rejects.toMatchObject({ name: 'StorageUnavailable' });
      await expect(vault.get(ref)).rejects.toMatchObject({ name: 'NotFound' });
      expect(filesBelow(join(folder, 'vault'))).toHaveLength(1);
      await open();
      expect(filesBelow(join(folder, 'vault'))).toEqual([]);
    });

    it('never takes a half-written file for an object, and sweeps it away', async () => {
      const ref = newRef();
      await vault.put(ref, 'whole', until);
      const whole = readFileSync(pathOf(ref));
      const half = { ...ref, revision: newRevision() };
      const empty = { ...ref, revision: newRevision() };
      writeFileSync(pathOf(half), whole.subarray(0, 20));
      writeFileSync(pathOf(empty), '');
      vault = await open();
      for (const broken of [half, empty])
        await expect(vault.get(broken)).rejects.toMatchObject({ name: 'Malformed' });
      expect(await vault.sweep()).toBe(1);
      expect(await vault.get(ref)).toBe('whole');
      now = until;
      expect(await vault.sweep()).toBe(2);
    });
  });

  describe('what was lately read or written', () => {
    it('is not read again, and stands there encrypted', async () => {
      const faulty = faultyDisk();
      vault = await open({ disk: faulty.disk });
      const ref = newRef();
      await vault.put(ref, 'text', until);
      faulty.fail('readFile', 'EIO');
      expect(await vault.get(ref)).toBe('text');
      await expect(vault.get({ ...ref, revision: newRevision() })).rejects.toMatchObject({
        name: 'Unavailable',
      });
    });

    it('is forgotten with its scope', async () => {
      const ref = newRef();
      await vault.put(ref, 'text', until);
      await vault.get(ref);
      await vault.purge(ref);
      await expect(vault.get(ref)).rejects.toMatchObject({ name: 'NotFound' });
    });

    it.each(['readFile', 'write'] as const)(
      'is not remembered when its scope goes during %s',
      async (slow) => {
        const faulty = faultyDisk();
        const ref = newRef();
        await vault.put({ ...ref, revision: newRevision() }, 'another', until);
        if (slow === 'readFile') await vault.put(ref, 'text', until);
        vault = await open({ disk: faulty.disk });
        const goOn = faulty.pause(slow);
        const slowly = slow === 'readFile' ? vault.get(ref) : vault.put(ref, 'text', until);
        await setTimeout(50);
        await vault.purge(ref);
        goOn();
        await slowly;
        await expect(vault.get(ref)).rejects.toMatchObject({ name: 'NotFound' });
      },
    );
  });

  describe('sweep', () => {
    it('removes what has expired and its empty folders, and nothing else', async () => {
      const [gone, partly, kept] = [newRef(), newRef(), newRef()];
      await vault.put(gone, 'gone', noon + 1000);
      await vault.put(partly, 'gone', noon + 1000);
      await vault.put({ ...partly, revision: kept.revision }, 'kept', until);
      await vault.put(kept, 'kept', until);
      now = noon + 1000;
      expect(await vault.sweep()).toBe(2);
      expect(filesBelow(join(folder, 'vault'))).toHaveLength(2);
      expect(() => statSync(dirname(pathOf(gone)))).toThrow(/ENOENT/);
      expect(await vault.get(kept)).toBe('kept');
    });

    it('looks through the files once an hour at most', async () => {
      expect(await vault.sweep()).toBe(0);
      await vault.put(newRef(), 'gone', noon + 1);
      now = noon + 3_599_999;
      expect(await vault.sweep()).toBe(0);
      now = noon + 3_600_000;
      expect(await vault.sweep()).toBe(1);
    });

    it('leaves alone what is being written meanwhile', async () => {
      const faulty = faultyDisk();
      vault = await open({ disk: faulty.disk });
      const goOn = faulty.pause('write');
      const ref = newRef();
      const putting = vault.put(ref, 'text', until);
      // The file is there, and still empty.
      while (filesBelow(join(folder, 'vault')).length === 0) await setImmediate();
      const sweeping = vault.sweep();
      await setTimeout(50);
      goOn();
      await putting;
      expect(await sweeping).toBe(0);
      expect(await vault.get(ref)).toBe('text');
    });
  });

  it('says StorageUnavailable on a folder that really is read-only', async () => {
    // Root may write anywhere: then there is nothing to see here but that it works.
    const ref = newRef();
    chmodSync(join(folder, 'vault'), 0o500);
    const put = vault.put(ref, 'text', until);
    if (process.getuid?.() === 0) await expect(put).resolves.toBeUndefined();
    else await expect(put).rejects.toMatchObject({ name: 'StorageUnavailable' });
    chmodSync(join(folder, 'vault'), 0o700);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Failure } from '../../lambdas/failures.ts';
import type { Retention } from '../../lambdas/ports.ts';
import { type ArchiveOptions, type LocalArchive, openArchive } from '../../local/archive.ts';
import { LockSchema } from '../../lambdas/archive/object-lock.ts';
import { day, noon } from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';
import { faultyDisk, type Operation } from './faulty-disk.ts';
import { filesBelow } from './files-below.ts';

const newFolder = temporaryFolders();
const key = 'record/tenant=north/day=2026-11-20/case.json';
const retention: Retention = { mode: 'COMPLIANCE', until: noon + 365 * day };
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const mismatch = { name: 'ArchiveMismatch' };

describe('the archive of the laptop', () => {
  let folder: string;
  let archive: LocalArchive;
  const open = (options: Partial<ArchiveOptions> = {}) =>
    openArchive({ folder, clock: () => noon, randomBytes, ...options });
  const path = () => join(folder, 'archive', key);
  const lockPath = () => `${path()}.lock`;

  beforeEach(async () => {
    folder = newFolder();
    archive = await open();
  });

  it('keeps an object as a file that nobody can write, with its lock beside it', async () => {
    await archive.put(key, bytes('{"a":1}'), retention);
    expect(readFileSync(path(), 'utf8')).toBe('{"a":1}');
    expect(statSync(path()).mode & 0o777).toBe(0o400);
    expect(LockSchema.parse(JSON.parse(readFileSync(lockPath(), 'utf8')))).toMatchObject({
      ...retention,
      legalHold: false,
      bytes: 7,
    });
    expect(filesBelow(folder)).toEqual([path(), lockPath()]);
  });

  it('still has everything after it was opened again', async () => {
    await archive.put(key, bytes('kept'), retention);
    await archive.setLegalHold(key, true);
    const again = await open();
    expect(await again.get(key)).toMatchObject({ retention, legalHold: true });
    expect(await again.put(key, bytes('other'), retention)).toBe('exists');
  });

  describe('notices a change behind its back:', () => {
    const rewrite = (at: string, content: string | Buffer) => {
      chmodSync(at, 0o600);
      writeFileSync(at, content);
    };
    it.each([
      ['other bytes of the same length', () => rewrite(path(), 'lacked')],
      ['a byte more', () => rewrite(path(), 'locked!')],
      ['nothing left', () => rewrite(path(), '')],
      ['no lock', () => rmSync(lockPath())],
      ['an empty lock', () => rewrite(lockPath(), '')],
      ['a lock that is no JSON', () => rewrite(lockPath(), '{')],
      ['a lock without a hold', () => rewrite(lockPath(), '{"mode":"COMPLIANCE","until":1}')],
    ])('%s', async (_what, change) => {
      await archive.put(key, bytes('locked'), retention);
      change();
      await expect(archive.get(key)).rejects.toMatchObject(mismatch);
    });

    it('and deletes nothing then', async () => {
      await archive.put(key, bytes('locked'), retention);
      rmSync(lockPath());
      await expect(archive.remove(key, true)).rejects.toMatchObject(mismatch);
      expect(existsSync(path())).toBe(true);
    });
  });

  describe('wherever a write stops,', () => {
    // Each is a place where power or process may go: what comes after it did not happen.
    const stops: readonly (readonly [Operation, string])[] = [
      ['open', 'nothing was begun'],
      ['write', 'half of it is there'],
      ['datasync', 'nothing is safe yet'],
      ['rename', 'lock and object are there, neither under its name'],
      ['link', 'the lock has its name, and the object has not'],
    ];
    it.each(stops)(
      'no object is without its retention, and a retry goes through: at %s (%s)',
      async (stop) => {
        const faulty = faultyDisk();
        archive = await open({ disk: faulty.disk });
        faulty.fail(stop, 'EIO');
        // A process that is gone cleans up nothing.
        faulty.fail('unlink', 'EIO');
        await expect(archive.put(key, bytes('first'), retention)).rejects.toMatchObject({
          name: 'StorageUnavailable',
        });
        faulty.mend();
        archive = await open({ disk: faulty.disk });
        expect(await archive.get(key)).toBeUndefined();
        expect(await archive.remove(key)).toBe('missing');
        // Sealed objects differ at every attempt: the lock of the one that was lost must not stick.
        const later = { ...retention, until: retention.until + 1 };
        expect(await archive.put(key, bytes('second try'), later)).toBe('written');
        expect(Buffer.from((await archive.get(key))!.bytes).toString()).toBe('second try');
        expect((await archive.get(key))?.retention).toEqual(later);
        expect(filesBelow(folder)).toEqual([path(), lockPath()]);
      },
    );

    it('an extension is there whole or not at all', async () => {
      const faulty = faultyDisk();
      archive = await open({ disk: faulty.disk });
      await archive.put(key, bytes('locked'), retention);
      const later = { ...retention, until: retention.until + day };
      for (const stop of ['open', 'write', 'datasync', 'rename'] as const) {
        faulty.fail(stop, 'ENOSPC');
        await expect(archive.extend(key, later)).rejects.toMatchObject({
          name: expect.stringMatching(/^(?:StorageUnavailable|Unavailable)$/),
        });
        faulty.mend();
        expect((await archive.get(key))?.retention).toEqual(retention);
      }
      expect(await archive.extend(key, later)).toBe('done');
      expect((await archive.get(key))?.retention).toEqual(later);
    });
  });

  describe('staged,', () => {
    const other = key.replace('case', 'other');
    const isThere = async (at: string) => (await archive.get(at)) !== undefined;

    it('an object is not there until it is locked, and then as if it had been put', async () => {
      const staged = await archive.stage(key, bytes('first'), retention);
      expect(await isThere(key)).toBe(false);
      expect(await staged.lock()).toBe('written');
      await staged.drop();
      expect(await archive.get(key)).toMatchObject({ retention, legalHold: false });
      expect(Buffer.from((await archive.get(key))!.bytes).toString()).toBe('first');
      expect(filesBelow(folder)).toEqual([path(), lockPath()]);
    });

    it('and dropped, it leaves nothing', async () => {
      const staged = await archive.stage(key, bytes('first'), retention);
      await staged.drop();
      expect(await isThere(key)).toBe(false);
      expect(filesBelow(folder)).toEqual([]);
    });

    it('one that comes second changes neither the object that is there nor its lock', async () => {
      const late = await archive.stage(key, bytes('second'), { ...retention, until: retention.until + day });
      await archive.put(key, bytes('first'), retention);
      await archive.setLegalHold(key, true);
      expect(await late.lock()).toBe('exists');
      await late.drop();
      expect(await archive.get(key)).toMatchObject({ retention, legalHold: true });
      expect(Buffer.from((await archive.get(key))!.bytes).toString()).toBe('first');
      expect(filesBelow(folder)).toEqual([path(), lockPath()]);
    });

    it('several are locked one by one, in the order of their locks', async () => {
      const [first, second] = await Promise.all([
        archive.stage(key, bytes('first'), retention),
        archive.stage(other, bytes('second'), retention),
      ]);
      expect(await first.lock()).toBe('written');
      expect([await isThere(key), await isThere(other)]).toEqual([true, false]);
      expect(await second.lock()).toBe('written');
      expect(await isThere(other)).toBe(true);
    });

    it('nothing has a name before what had to be done before', async () => {
      let fail = true;
      archive = await open({
        before: () => (fail ? Promise.reject(new Failure('StorageUnavailable')) : Promise.resolve()),
      });
      await expect(archive.stage(key, bytes('first'), retention)).rejects.toMatchObject({
        name: 'StorageUnavailable',
      });
      expect(filesBelow(folder)).toEqual([]);
      fail = false;
      expect(await archive.put(key, bytes('first'), retention)).toBe('written');
    });
  });

  it.each(['record/x.json.lock', '.incoming/x', 'a/.lock'])('keeps %s for itself', async (reserved) => {
    await expect(archive.put(reserved, bytes('x'), retention)).rejects.toMatchObject({
      name: 'InvalidInput',
    });
  });
});

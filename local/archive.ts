// SPDX-License-Identifier: Apache-2.0
import { dirname, join } from 'node:path';
import { Failure } from '../lambdas/failures.ts';
import type { Archive, Clock, RandomBytes, Retention, Staged } from '../lambdas/ports.ts';
import { sha256 } from '../lambdas/records/digest.ts';
import type { Synchronous } from './database.ts';
import { type Disk, readIfThere, realDisk, writing } from './disk.ts';
import { inTurn } from './in-turn.ts';
import {
  isArchiveKey,
  type Lock,
  LockSchema,
  mayRemove,
  mayRetain,
  permitted,
} from '../lambdas/archive/object-lock.ts';
import { emptyIncoming, probeDisk, syncFolder, writeOver, writePair } from './write-once.ts';

/** `refused`: what S3 Object Lock answers with 403. `missing`: there is no such object. */
export type LockResult = 'done' | 'refused' | 'missing';

export type LocalArchive = Required<Archive> &
  Readonly<{
    /** Sets another retention: later, mostly. Shorter or weaker only as `mayRetain` says. */
    extend: (key: string, retention: Retention, bypassGovernance?: boolean) => Promise<LockResult>;
    setLegalHold: (key: string, on: boolean) => Promise<LockResult>;
    /** Deletes an object whose retention is over and that nobody holds. */
    remove: (key: string, bypassGovernance?: boolean) => Promise<LockResult>;
    /** Writes a file and removes it, so as to know that it can. @throws StorageUnavailable */
    probe: () => Promise<void>;
  }>;

export type ArchiveOptions = Readonly<{
  folder: string;
  synchronous?: Synchronous;
  clock: Clock;
  randomBytes: RandomBytes;
  disk?: Disk;
  /** Is done before an object gets its name, while its bytes are written. Default: nothing. */
  before?: () => Promise<void>;
}>;

const sidecar = '.lock';

/**
 * Write-once files `archive/<key>`, read-only, each with `<key>.lock` beside it: retention, legal hold and checksum.
 * The lock gets its name before the object does, so that no crash leaves an object without one; a lock
 * without an object means nothing and is written over. It refuses what S3 Object Lock refuses (`object-lock.ts`).
 */
export async function openArchive(options: ArchiveOptions): Promise<LocalArchive> {
  const { folder, synchronous = 'FULL', clock, randomBytes, disk = realDisk } = options;
  const { before = async () => undefined } = options;
  const root = join(folder, 'archive');
  const once = { disk, incoming: join(root, '.incoming'), synchronous, randomBytes };
  await emptyIncoming(once);

  const turn = inTurn();
  const pathOf = (key: string): string => {
    if (!isArchiveKey(key) || key.endsWith(sidecar)) throw new Failure('InvalidInput');
    return join(root, key);
  };
  const lockBytes = (lock: Lock) => Buffer.from(JSON.stringify(lock));
  const writeLock = (path: string, lock: Lock) => writeOver(once, path + sidecar, lockBytes(lock), 0o600);
  const isThere = async (path: string) => (await readIfThere(disk, path)) !== undefined;

  /** An object that is there without a lock that can be read has been tampered with. */
  const readLock = async (path: string): Promise<Lock> => {
    const file = await readIfThere(disk, path + sidecar);
    try {
      return LockSchema.parse(JSON.parse(String(file)));
    } catch {
      throw new Failure('ArchiveMismatch');
    }
  };

  const locked = (
    key: string,
    change: (path: string, lock: Lock) => Promise<LockResult>,
  ): Promise<LockResult> => {
    const path = pathOf(key);
    return turn(path, async () => {
      if (!(await isThere(path))) return 'missing';
      return change(path, await readLock(path));
    });
  };

  /** Where an object is going to be. @throws InvalidInput */
  const placeFor = (key: string, retention: Retention): string => {
    if (!permitted(retention, clock())) throw new Failure('InvalidInput');
    return pathOf(key);
  };

  /** Whether an object stands there, on disk: whoever wrote it may have failed between its name and the disk. */
  const stands = async (path: string): Promise<boolean> => {
    if (!(await isThere(path))) return false;
    await writing(() => syncFolder(once, dirname(path)));
    return true;
  };

  const stage = async (key: string, bytes: Uint8Array, retention: Retention): Promise<Staged> => {
    const path = placeFor(key, retention);
    const lock = { ...retention, legalHold: false, sha256: sha256(bytes), bytes: bytes.length };
    const incoming = await writePair(once, { file: bytes, mode: 0o400, sidecar: lockBytes(lock) }, before);
    return {
      // Looked for in turn: the lock of an object that is there is not written over.
      lock: () =>
        turn(path, async () => ((await stands(path)) ? 'exists' : incoming.place(path, path + sidecar))),
      drop: incoming.drop,
    };
  };

  return {
    stage,

    put: async (key, bytes, retention) => {
      const path = placeFor(key, retention);
      if (await turn(path, () => stands(path))) return 'exists';
      const staged = await stage(key, bytes, retention);
      try {
        return await staged.lock();
      } finally {
        await staged.drop();
      }
    },

    get: async (key) => {
      const path = pathOf(key);
      return turn(path, async () => {
        const bytes = await readIfThere(disk, path);
        if (bytes === undefined) return undefined;
        const { mode, until, legalHold, ...lock } = await readLock(path);
        if (bytes.length !== lock.bytes || sha256(bytes) !== lock.sha256)
          throw new Failure('ArchiveMismatch');
        return { bytes, retention: { mode, until }, legalHold };
      });
    },

    extend: (key, retention, bypassGovernance = false) =>
      locked(key, async (path, lock) => {
        if (!permitted(retention, clock())) throw new Failure('InvalidInput');
        if (!mayRetain(lock, retention, clock(), bypassGovernance)) return 'refused';
        await writeLock(path, { ...lock, ...retention });
        return 'done';
      }),

    setLegalHold: (key, on) =>
      locked(key, async (path, lock) => {
        if (lock.legalHold !== on) await writeLock(path, { ...lock, legalHold: on });
        return 'done';
      }),

    remove: (key, bypassGovernance = false) =>
      locked(key, async (path, lock) => {
        if (!mayRemove(lock, clock(), bypassGovernance)) return 'refused';
        // The object first: a lock alone means nothing, an object alone would look tampered with.
        await writing(() => disk.unlink(path));
        await writing(() => disk.unlink(path + sidecar));
        return 'done';
      }),

    probe: () => probeDisk(once),
  };
}

// SPDX-License-Identifier: Apache-2.0
import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { diskCode } from './disk.ts';
import { StorageUnavailable } from './storage-unavailable.ts';

export type LogSync = Readonly<{
  /** @throws StorageUnavailable once a sync has failed: nothing more may be written then */
  assertSound: () => void;
  /** Something was committed: the next `onDisk` waits for it. */
  wrote: () => void;
  /** Resolves when everything that was committed before the call is on disk. @throws StorageUnavailable */
  onDisk: () => Promise<void>;
  /** Syncs what is not, if somebody relies on it, and closes the log. */
  close: (reliedOn: boolean) => void;
}>;

const dataSync = promisify(fdatasync);

/**
 * Syncs SQLite's write-ahead log outside SQLite, and away from the main thread: many commits, one wait. A commit is its
 * frames in the log (https://www.sqlite.org/walformat.html), and recovery takes them in order up to the first that is
 * not whole: once the log is on disk, so is every commit before. SQLite itself syncs before it moves frames into the file.
 * A log that could not be synced once is never trusted again: the system may have thrown away what it could not write.
 */
export function logSync(path: string, sync: (file: number) => Promise<void> = dataSync): LogSync {
  let file: number | undefined;
  let written = 0;
  let safe = 0;
  let underWay: Promise<void> | undefined;
  let failure: StorageUnavailable | undefined;

  const syncNow = async (): Promise<void> => {
    const upTo = written;
    try {
      // The log is there from the first commit to the end: SQLite cuts it, but removes it only when the last one closes.
      file ??= openSync(`${path}-wal`, 'r+');
      await sync(file);
      safe = upTo;
    } catch (error) {
      failure = new StorageUnavailable(diskCode(error) ?? 'SQLITE_IOERR', error);
    } finally {
      underWay = undefined;
    }
  };
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };

  return {
    assertSound: () => {
      if (failure !== undefined) throw failure;
    },
    wrote: () => {
      written += 1;
    },
    onDisk: async () => {
      const mine = written;
      // A sync that began before the call may have missed it; the one after that has not.
      while (safe < mine && failure === undefined) await (underWay ??= syncNow());
      if (safe < mine && failure !== undefined) throw failure;
    },
    close: (reliedOn) => {
      if (reliedOn && safe < written && failure === undefined && file !== undefined) fdatasyncSync(file);
      safe = written;
      // Not while the thread pool has the number: it may belong to another file by then.
      if (underWay === undefined) close();
      else void underWay.then(close);
    },
  };
}

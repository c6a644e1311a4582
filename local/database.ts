// SPDX-License-Identifier: Apache-2.0
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { logSync } from './log-sync.ts';
import { asStorageError, StorageUnavailable } from './storage-unavailable.ts';

/** How much of a power cut a commit survives; a killed process loses nothing either way. */
export type Synchronous = 'FULL' | 'NORMAL';

export interface DatabaseOptions {
  /** A file path; its folder must exist. */
  readonly path: string;
  /** `FULL` (default): committed means on disk. `NORMAL`: a power cut may take the last commits, never consistency. */
  readonly synchronous?: Synchronous;
  /**
   * With `FULL`: who waits for the disk. `each` (default): every commit. `asked`: whoever calls `onDisk`, before anybody
   * outside learns of what was committed; the commits before that are safe together, in their order.
   */
  readonly waits?: 'each' | 'asked';
  /** Overwrite deleted content with zeros (for keys). Default false. */
  readonly secureDelete?: boolean;
  /** Replaces fdatasync of the log, for a test. */
  readonly sync?: (file: number) => Promise<void>;
  /** No other process may open the file while this one has it: `StorageUnavailable` for whoever comes second. Default false. */
  readonly exclusive?: boolean;
}

/** One SQLite file in WAL mode. Everything is synchronous except `batch`, which waits for its commit. */
export interface Database {
  /** A prepared statement, compiled once for each text of SQL: use `?` parameters, never build SQL from values. */
  prepare(sql: string): StatementSync;
  /** Runs statements that return nothing: the schema. */
  exec(sql: string): void;
  /**
   * Runs `work` in a transaction of its own, committed when this returns, rolled back when `work` throws (the error is
   * thrown on). Inside another `transaction` or `batch` it is a savepoint of that one. `work` must not be async.
   * @throws StorageUnavailable when the file cannot be written; nothing is kept then.
   */
  transaction<T>(work: () => T): T;
  /**
   * Group commit: runs `work` later in this turn of the event loop, in one transaction with all the other batches of
   * the turn, in the order of the calls; each sees the writes of those before it. Resolves with what `work` returned
   * AFTER the commit. When `work` throws, its own writes are undone, its promise is rejected, and the others go on.
   * When the file cannot be written, all of the turn are undone and rejected with `StorageUnavailable`: call again
   * later. So `work` must not have effects outside the database; do those when the promise resolves.
   */
  batch<T>(work: () => T): Promise<T>;
  /**
   * Resolves when everything that was committed before is on disk; at once where each commit waited for it, and with
   * `NORMAL`. @throws StorageUnavailable when that cannot be known: from then on always, until the file is opened again
   */
  onDisk(): Promise<void>;
  /** Moves what the log holds into the file, and cuts it to nothing. @throws StorageUnavailable when somebody is reading. */
  cutLog(): void;
  /** Commits what `batch` still holds, then closes the file. Idempotent. Afterwards everything throws. */
  close(): void;
}

/** With `NORMAL`, after how many commits the log is written out. */
const commitsBetween = 256;

interface Waiting {
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  failure?: { error: unknown };
}

/** Opens or creates the file. @throws StorageUnavailable when that is impossible. */
export function openDatabase(options: DatabaseOptions): Database {
  const { path, synchronous = 'FULL', waits = 'each', secureDelete = false, exclusive = false } = options;
  const log = waits === 'asked' ? logSync(path, options.sync) : undefined;
  /** Somebody waits for the log; with `NORMAL` it is only written out in between, so that a checkpoint finds little to write. */
  const awaited = synchronous === 'FULL';
  let commits = 0;
  const wrote = (): void => {
    log?.wrote();
    commits += 1;
    if (!awaited && commits % commitsBetween === 0) log?.onDisk().catch(() => undefined);
  };
  const file = guarded(() => {
    const opened = new DatabaseSync(path, { timeout: exclusive ? 100 : 5000 });
    try {
      // locking_mode goes first: it decides how WAL mode is entered.
      if (exclusive) opened.exec('PRAGMA locking_mode = EXCLUSIVE');
      opened.exec('PRAGMA journal_mode = WAL');
      opened.exec(`PRAGMA synchronous = ${log === undefined ? synchronous : 'NORMAL'}`);
      opened.exec(`PRAGMA secure_delete = ${secureDelete ? 'ON' : 'OFF'}`);
      opened.exec('PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 67108864');
      // 64 MB between checkpoints: each copies the same pages again, and waits for the disk twice on the main thread.
      opened.exec('PRAGMA wal_autocheckpoint = 16000');
      // 6 MB: the pages that every case writes to, of all tables and their indexes, stay at hand.
      opened.exec('PRAGMA cache_size = -6000');
      if (exclusive) opened.exec('BEGIN IMMEDIATE; COMMIT');
    } catch (error) {
      opened.close();
      throw error;
    }
    return opened;
  });

  const statements = new Map<string, StatementSync>();
  let waiting: Waiting[] = [];
  let scheduled: NodeJS.Immediate | undefined;

  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = guarded(() => file.prepare(sql));
    statements.set(sql, made);
    return made;
  };

  const undo = (): void => {
    // SQLite may have rolled back by itself (SQLITE_FULL, SQLITE_IOERR): then there is nothing to undo.
    if (file.isTransaction) file.exec('ROLLBACK');
  };

  const savepoint = <T>(work: () => T): T => {
    prepare('SAVEPOINT part').run();
    try {
      const result = work();
      if (result instanceof Promise) throw new TypeError('a transaction cannot wait for a promise');
      prepare('RELEASE part').run();
      return result;
    } catch (error) {
      if (file.isTransaction) file.exec('ROLLBACK TO part; RELEASE part');
      throw error;
    }
  };

  const transaction = <T>(work: () => T): T => {
    if (file.isTransaction) return guarded(() => savepoint(work));
    return guarded(() => {
      if (awaited) log?.assertSound();
      prepare('BEGIN IMMEDIATE').run();
      try {
        const result = work();
        if (result instanceof Promise) throw new TypeError('a transaction cannot wait for a promise');
        prepare('COMMIT').run();
        wrote();
        return result;
      } catch (error) {
        undo();
        throw error;
      }
    });
  };

  const runAll = (turn: readonly Waiting[]): void => {
    const [only, ...others] = turn;
    // One alone needs no savepoint: its transaction is undone when it throws.
    if (others.length === 0) only?.run();
    else
      for (const each of turn) {
        try {
          savepoint(each.run);
        } catch (error) {
          const known = asStorageError(error);
          // After a failure of storage the transaction may be gone: the whole turn fails together.
          if (known instanceof StorageUnavailable || !file.isTransaction) throw known;
          each.failure = { error };
        }
      }
  };

  const flush = (): void => {
    scheduled = undefined;
    const turn = waiting;
    waiting = [];
    if (turn.length === 0) return;
    try {
      transaction(() => runAll(turn));
    } catch (error) {
      for (const each of turn) each.reject(error);
      return;
    }
    for (const each of turn) {
      if (each.failure === undefined) each.resolve();
      else each.reject(each.failure.error);
    }
  };

  return {
    prepare,
    exec: (sql) => {
      guarded(() => file.exec(sql));
      wrote();
    },
    transaction,
    batch: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        let result: { value: T } | undefined;
        waiting.push({
          run: () => {
            const value = work();
            if (value instanceof Promise) throw new TypeError('a transaction cannot wait for a promise');
            result = { value };
          },
          resolve: () => {
            if (result !== undefined) resolve(result.value);
          },
          reject,
        });
        scheduled ??= setImmediate(flush);
      }),
    onDisk: async () => (awaited ? log?.onDisk() : undefined),
    cutLog: () =>
      guarded(() => {
        if (prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] !== 0)
          throw new StorageUnavailable('SQLITE_BUSY', undefined);
      }),
    close: () => {
      if (!file.isOpen) return;
      clearImmediate(scheduled);
      flush();
      statements.clear();
      try {
        log?.close(awaited);
      } finally {
        file.close();
      }
    },
  };
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStorageError(error);
  }
}

// SPDX-License-Identifier: Apache-2.0

// Primary result codes (https://www.sqlite.org/rescode.html) that mean "the file cannot be written or read now",
// as against a mistake in a statement or a constraint that did its work.
const unavailable: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
};

/**
 * The file cannot take this write, or give this read, now: disk full, I/O error, read-only, locked by another process.
 * Nothing of the transaction it belongs to has been kept. The message holds SQLite's code and nothing of the data.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  /** SQLite's primary result code, e.g. `SQLITE_FULL`. */
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(`the database refuses: ${code}`, { cause });
    this.code = code;
  }
}

/** The error as StorageUnavailable where it is one of storage, else as it came. */
export function asStorageError(error: unknown): unknown {
  // Not `instanceof Error`: SQLite's errors may come from another realm (a vm context has its own Error).
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return error;
  // Extended codes carry the primary code in their low byte.
  const code = typeof error.errcode === 'number' ? unavailable[error.errcode & 0xff] : undefined;
  return code === undefined ? error : new StorageUnavailable(code, error);
}

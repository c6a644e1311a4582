// SPDX-License-Identifier: Apache-2.0
import {
  closeSync,
  fdatasync,
  fsync,
  linkSync,
  mkdirSync,
  open,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Failure } from '../lambdas/failures.ts';

/** What stores do with an open file. */
export type OpenFile = Readonly<{
  /** Writes at the end of what was written, as much as the disk takes. */
  write: (bytes: Uint8Array) => Promise<number>;
  writeFile: (bytes: Uint8Array) => Promise<void>;
  read: (
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ buffer: Buffer; bytesRead: number }>;
  datasync: () => Promise<void>;
  sync: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** The file operations that stores use: a parameter, so that a test can fill the disk or stop half-way. */
export type Disk = Readonly<{
  open: (path: string, flags: 'r' | 'wx', mode?: number) => Promise<OpenFile>;
  link: (from: string, to: string) => Promise<void>;
  unlink: (path: string) => Promise<void>;
  rename: (from: string, to: string) => Promise<void>;
  /** The first folder that had to be made. */
  mkdir: (path: string, options: { recursive?: boolean; mode: number }) => Promise<string | undefined>;
  readFile: (path: string) => Promise<Buffer>;
  readdir: typeof readdir;
  rm: typeof rm;
  rmdir: typeof rmdir;
}>;

const opening = promisify(open);
const syncing = { data: promisify(fdatasync), all: promisify(fsync) };

const opened = (file: number): OpenFile => ({
  write: async (bytes) => writeSync(file, bytes),
  writeFile: async (bytes) => {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
  },
  read: async (buffer, offset, length, position) => ({
    buffer,
    bytesRead: readSync(file, buffer, offset, length, position),
  }),
  datasync: () => syncing.data(file),
  sync: () => syncing.all(file),
  close: async () => closeSync(file),
});

/**
 * The disk of this machine. Files are small and in the page cache, so opening, writing and reading them takes
 * some ten microseconds here, and many times that by way of the thread pool; only what really waits for the
 * disk (fsync, whole folders) goes there, and making a file: ext4 looks for a free inode, and passes over each that was
 * freed in the last minutes, which takes up to a millisecond after many files were removed.
 */
export const realDisk: Disk = {
  open: async (path, flags, mode) =>
    opened(flags === 'r' ? openSync(path, flags) : await opening(path, flags, mode)),
  link: async (from, to) => linkSync(from, to),
  unlink: async (path) => unlinkSync(path),
  rename: async (from, to) => renameSync(from, to),
  mkdir: async (path, options) => mkdirSync(path, options),
  readFile: async (path) => readFileSync(path),
  readdir,
  rm,
  rmdir,
};

/** `ENOENT` and the like, or undefined. Not `instanceof Error`: it may come from another realm. */
export const diskCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** Runs something that writes; whatever the disk refuses is StorageUnavailable. */
export async function writing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('StorageUnavailable', error);
  }
}

/** The file's bytes, undefined when it is not there. @throws Unavailable when it cannot be read now. */
export async function readIfThere(disk: Disk, path: string): Promise<Buffer | undefined> {
  try {
    return await disk.readFile(path);
  } catch (error) {
    const code = diskCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Failure('Unavailable', error);
  }
}

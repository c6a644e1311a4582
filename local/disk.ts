// SPDX-License-Identifier: Apache-2.0
import * as promises from 'node:fs/promises';
import { Failure } from '../lambdas/failures.ts';

/** The file operations that stores use: a parameter, so that a test can fill the disk or stop half-way. */
export type Disk = Pick<
  typeof promises,
  'open' | 'link' | 'unlink' | 'rename' | 'mkdir' | 'readFile' | 'readdir' | 'rm' | 'rmdir'
>;
export const realDisk: Disk = promises;

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

// SPDX-License-Identifier: Apache-2.0
import { dirname, join } from 'node:path';
import type { RandomBytes } from '../lambdas/ports.ts';
import type { Synchronous } from './database.ts';
import { type Disk, diskCode, writing } from './disk.ts';

/** Makes what was linked or renamed in a folder survive a power cut (fsync(2): the entry is not the file). */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function makeFolder(disk: Disk, folder: string, synchronous: Synchronous): Promise<void> {
  const first = await disk.mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined || synchronous !== 'FULL') return;
  // Every folder that was made is an entry of the one above it.
  for (let made = folder; made.length >= first.length; made = dirname(made))
    await syncFolder(disk, dirname(made));
}

export type WriteOnce = Readonly<{
  disk: Disk;
  /** Where files are written before they get their name: on the same file system, emptied at start. */
  incoming: string;
  synchronous: Synchronous;
  randomBytes: RandomBytes;
}>;

async function complete(options: WriteOnce, bytes: Uint8Array, mode: number): Promise<string> {
  const { disk, incoming, synchronous, randomBytes } = options;
  const path = join(incoming, Buffer.from(randomBytes(12)).toString('base64url'));
  const handle = await disk.open(path, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    if (synchronous === 'FULL') await handle.datasync();
  } catch (error) {
    await handle.close();
    await disk.unlink(path);
    throw error;
  }
  await handle.close();
  return path;
}

/**
 * Writes a file that appears under its name whole or not at all, and only if the name is free: complete under
 * another name first, then a hard link, which fails where something is. A crash leaves at most a file in `incoming`.
 */
export async function writeOnce(
  options: WriteOnce,
  path: string,
  bytes: Uint8Array,
  mode: number,
): Promise<'written' | 'exists'> {
  const { disk, synchronous } = options;
  return writing(async () => {
    const from = await complete(options, bytes, mode);
    try {
      // The folder may be missing, or be purged between making it and linking into it.
      for (let tries = 0; ; tries += 1) {
        try {
          await disk.link(from, path);
          break;
        } catch (error) {
          const code = diskCode(error);
          if (code === 'EEXIST') return 'exists';
          if (code !== 'ENOENT' || tries === 3) throw error;
          await makeFolder(disk, dirname(path), synchronous);
        }
      }
      if (synchronous === 'FULL') await syncFolder(disk, dirname(path));
      return 'written';
    } finally {
      await disk.unlink(from);
    }
  });
}

/**
 * Writes a file over whatever has its name, whole or not at all.
 * @param options.settled false when something else will be written to the same folder before anybody is told, so
 * that the folder need not be synced twice
 */
export async function writeOver(
  options: WriteOnce & Readonly<{ settled: boolean }>,
  path: string,
  bytes: Uint8Array,
  mode: number,
): Promise<void> {
  const { disk, synchronous, settled } = options;
  await writing(async () => {
    const from = await complete(options, bytes, mode);
    try {
      await disk.rename(from, path);
    } catch (error) {
      if (diskCode(error) !== 'ENOENT') throw error;
      await makeFolder(disk, dirname(path), synchronous);
      await disk.rename(from, path);
    }
    if (settled && synchronous === 'FULL') await syncFolder(disk, dirname(path));
  });
}

/** Makes `incoming` and removes what a crash left in it. One process owns the folder. */
export async function emptyIncoming(options: WriteOnce): Promise<void> {
  await writing(async () => {
    await options.disk.rm(options.incoming, { recursive: true, force: true });
    await makeFolder(options.disk, options.incoming, options.synchronous);
  });
}

/** Writes a file and removes it again. @throws StorageUnavailable */
export const probeDisk = (options: WriteOnce): Promise<void> =>
  writing(async () => options.disk.unlink(await complete(options, Buffer.alloc(4096), 0o600)));

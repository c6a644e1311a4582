// SPDX-License-Identifier: Apache-2.0
import { dirname, join } from 'node:path';
import type { RandomBytes } from '../lambdas/ports.ts';
import type { Synchronous } from './database.ts';
import { type Disk, diskCode, writing } from './disk.ts';

export type Writing = Readonly<{
  disk: Disk;
  synchronous: Synchronous;
  randomBytes: RandomBytes;
  /** Where files are written that get their name later: on the same file system, emptied at start. */
  incoming: string;
}>;

/** Makes what was made or linked in a folder survive a power cut (fsync(2): a file's entry is not the file). */
export async function syncFolder(
  { disk, synchronous }: Pick<Writing, 'disk' | 'synchronous'>,
  folder: string,
) {
  if (synchronous !== 'FULL') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function makeFolder(options: Writing, folder: string): Promise<void> {
  const first = await options.disk.mkdir(folder, { recursive: true, mode: 0o700 });
  // Every folder that was made is an entry of the one above it.
  if (first !== undefined)
    for (let made = folder; made.length >= first.length; made = dirname(made))
      await syncFolder(options, dirname(made));
}

/** Does something with a path whose folder may be missing, or be purged as soon as it has been made. */
async function inFolder(options: Writing, path: string, work: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (diskCode(error) !== 'ENOENT' || tries === 3) throw error;
      await makeFolder(options, dirname(path));
    }
  }
}

/** Opens, writes and closes; a file that could not be written whole is removed. */
async function fill(options: Writing, path: string, flags: 'w' | 'wx', bytes: Uint8Array, mode: number) {
  const handle = await options.disk.open(path, flags, mode);
  try {
    await handle.writeFile(bytes);
    if (options.synchronous === 'FULL') await handle.datasync();
  } catch (error) {
    await options.disk.unlink(path).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

async function fillIncoming(options: Writing, bytes: Uint8Array, mode: number): Promise<string> {
  const path = join(options.incoming, Buffer.from(options.randomBytes(12)).toString('base64url'));
  await fill(options, path, 'wx', bytes, mode);
  return path;
}

const unlessThere = async (work: () => Promise<void>): Promise<'written' | 'exists'> => {
  try {
    await work();
    return 'written';
  } catch (error) {
    if (diskCode(error) === 'EEXIST') return 'exists';
    throw error;
  }
};

/**
 * Writes a file that appears under its name whole or not at all, and only if the name is free: complete under
 * another name first, then a hard link, which fails where something is. A crash leaves at most a file in `incoming`.
 * `before` is done at the same time as the bytes are written, and is done before the file has its name.
 */
export const writeOnce = (
  options: Writing,
  path: string,
  bytes: Uint8Array,
  mode: number,
  before: () => Promise<void> = async () => undefined,
) =>
  writing(async () => {
    const [filled, prepared] = await Promise.allSettled([fillIncoming(options, bytes, mode), before()]);
    if (filled.status === 'rejected') throw filled.reason;
    const from = filled.value;
    try {
      if (prepared.status === 'rejected') throw prepared.reason;
      return await unlessThere(async () => {
        await inFolder(options, path, () => options.disk.link(from, path));
        await syncFolder(options, dirname(path));
      });
    } finally {
      await options.disk.unlink(from).catch(() => undefined);
    }
  });

/** Writes a file over whatever has its name, whole or not at all. */
export const writeOver = (options: Writing, path: string, bytes: Uint8Array, mode: number) =>
  writing(async () => {
    const from = await fillIncoming(options, bytes, mode);
    await inFolder(options, path, () => options.disk.rename(from, path));
    await syncFolder(options, dirname(path));
  });

/** Writes a file over whatever has its name, in place: for a file that means nothing until another one is there. */
export const writeFirst = (options: Writing, path: string, bytes: Uint8Array, mode: number) =>
  writing(() => inFolder(options, path, () => fill(options, path, 'w', bytes, mode)));

/** Makes `incoming` and removes what a crash left in it. One process owns the folder. */
export const emptyIncoming = (options: Writing) =>
  writing(async () => {
    await options.disk.rm(options.incoming, { recursive: true, force: true });
    await makeFolder(options, options.incoming);
  });

/** Writes a file and removes it again. @throws StorageUnavailable */
export const probeDisk = (options: Writing) =>
  writing(async () => {
    await options.disk.unlink(await fillIncoming(options, Buffer.alloc(4096), 0o600));
    await syncFolder(options, options.incoming);
  });

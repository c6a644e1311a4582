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

/** A file and its sidecar, whole and on disk, under no name that means anything yet. */
export type Staged = Readonly<{
  /** Gives the file its name, if that is free, and its sidecar one first. Once. @throws StorageUnavailable */
  place: (path: string, sidecar: string) => Promise<'written' | 'exists'>;
  /** Removes what has got no name. */
  drop: () => Promise<void>;
}>;

/**
 * Writes a file and its sidecar, to appear under their names whole or not at all: complete under other names first, then a rename
 * and a hard link, which fails where something is. A crash leaves at most files in `incoming`, or a sidecar alone.
 * `before` is done at the same time as the bytes are written, and before anything has its name.
 */
export const stage = (
  options: Writing,
  bytes: Readonly<{ file: Uint8Array; mode: number; sidecar: Uint8Array }>,
  before: () => Promise<void>,
): Promise<Staged> =>
  writing(async () => {
    const { disk } = options;
    const [file, sidecar, ready] = await Promise.allSettled([
      fillIncoming(options, bytes.file, bytes.mode),
      fillIncoming(options, bytes.sidecar, 0o600),
      before(),
    ]);
    const made = [file, sidecar].flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const drop = async () => {
      for (const each of made) await disk.unlink(each).catch(() => undefined);
    };
    const failed = [file, sidecar, ready].find((each) => each.status === 'rejected');
    const [from, beside] = made;
    if (failed !== undefined || from === undefined || beside === undefined) {
      await drop();
      throw failed?.reason;
    }
    const place = (path: string, sidecarPath: string) =>
      writing(() =>
        unlessThere(async () => {
          await inFolder(options, sidecarPath, () => disk.rename(beside, sidecarPath));
          await inFolder(options, path, () => disk.link(from, path));
          await syncFolder(options, dirname(path));
        }),
      );
    return { place, drop };
  });

/** Writes a file over whatever has its name, whole or not at all. */
export const writeOver = (options: Writing, path: string, bytes: Uint8Array, mode: number) =>
  writing(async () => {
    const from = await fillIncoming(options, bytes, mode);
    await inFolder(options, path, () => options.disk.rename(from, path));
    await syncFolder(options, dirname(path));
  });

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

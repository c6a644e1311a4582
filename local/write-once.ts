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

/** Writes a file under a name that means nothing; one that could not be written whole is removed. @returns its path */
async function writeIncoming(options: Writing, bytes: Uint8Array, mode: number): Promise<string> {
  const { disk, incoming, randomBytes, synchronous } = options;
  const path = join(incoming, Buffer.from(randomBytes(12)).toString('base64url'));
  const handle = await disk.open(path, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    if (synchronous === 'FULL') await handle.datasync();
    return path;
  } catch (error) {
    await disk.unlink(path).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
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

/** A file and its sidecar, whole and on disk, under names that mean nothing yet. */
export type Incoming = Readonly<{
  /** Gives the file its name, if that is free, and its sidecar one first. Once. @throws StorageUnavailable */
  place: (path: string, sidecar: string) => Promise<'written' | 'exists'>;
  /** Removes the names that mean nothing. Nothing is left then of what got no other. */
  drop: () => Promise<void>;
}>;

/**
 * Writes a file and its sidecar, to appear under their names whole or not at all: complete under other names first, then a
 * rename of the sidecar and a hard link to the file, which fails where something is. A crash leaves at most files in `incoming`,
 * or a sidecar alone. `before` is done at the same time as the bytes are written, and before anything has its name.
 */
export const writePair = (
  options: Writing,
  bytes: Readonly<{ file: Uint8Array; mode: number; sidecar: Uint8Array }>,
  before: () => Promise<void>,
): Promise<Incoming> =>
  writing(async () => {
    const { disk } = options;
    const both = [
      writeIncoming(options, bytes.file, bytes.mode),
      writeIncoming(options, bytes.sidecar, 0o600),
    ] as const;
    const drop = async () => {
      for (const made of await Promise.allSettled(both))
        if (made.status === 'fulfilled') await disk.unlink(made.value).catch(() => undefined);
    };
    try {
      const [file, sidecar] = await Promise.all([...both, before()]);
      const place = (path: string, sidecarPath: string) =>
        writing(() =>
          unlessThere(async () => {
            await inFolder(options, sidecarPath, () => disk.rename(sidecar, sidecarPath));
            await inFolder(options, path, () => disk.link(file, path));
            await syncFolder(options, dirname(path));
          }),
        );
      return { place, drop };
    } catch (error) {
      await drop();
      throw error;
    }
  });

/** Writes a file over whatever has its name, whole or not at all. */
export const writeOver = (options: Writing, path: string, bytes: Uint8Array, mode: number) =>
  writing(async () => {
    const from = await writeIncoming(options, bytes, mode);
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
    await options.disk.unlink(await writeIncoming(options, Buffer.alloc(4096), 0o600));
    await syncFolder(options, options.incoming);
  });

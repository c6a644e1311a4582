// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { Clock } from '../lambdas/ports.ts';
import { type Disk, writing } from './disk.ts';
import type { Turn } from './in-turn.ts';

/** Bytes at the beginning of a vault file: when it expires. */
export const expiryLength = 8;

/** Milliseconds since 1970; 0, so long over, for what is no vault file. */
export const expiryOf = (file: Uint8Array): number =>
  file.length < expiryLength
    ? 0
    : Number(new DataView(file.buffer, file.byteOffset, expiryLength).getBigUint64(0));

/**
 * Removes the files under `root/<tenant>/<scope>` whose time is over, and scopes that are empty. Each in its turn:
 * a file that is being written has no expiry yet. @returns how many files
 */
export async function sweepVault(disk: Disk, root: string, clock: Clock, turn: Turn): Promise<number> {
  let removed = 0;
  const over = async (path: string): Promise<boolean> => {
    const header = await readBeginning(disk, path);
    if (header === undefined || expiryOf(header) > clock()) return false;
    await writing(() => disk.unlink(path));
    return true;
  };
  for (const tenant of await folders(disk, root))
    for (const scope of await folders(disk, tenant)) {
      const names = await disk.readdir(scope).catch(() => []);
      let left = names.length;
      for (const path of names.map((name) => join(scope, name)))
        if (await turn(path, () => over(path))) left -= 1;
      removed += names.length - left;
      // Fails where something was put meanwhile, which is right.
      if (left === 0) await disk.rmdir(scope).catch(() => undefined);
    }
  return removed;
}

async function folders(disk: Disk, path: string): Promise<string[]> {
  const entries = await disk.readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(path, entry.name));
}

/** The file's first bytes, undefined when it is not there or cannot be read now. */
async function readBeginning(disk: Disk, path: string): Promise<Buffer | undefined> {
  const handle = await disk.open(path, 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(expiryLength), 0, expiryLength, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

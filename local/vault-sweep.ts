// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { Clock } from '../lambdas/ports.ts';
import { type Disk, readIfThere } from './disk.ts';

/** Bytes at the beginning of a vault file: when it expires. */
export const expiryLength = 8;

/** Milliseconds since 1970; 0, so long over, for what is no vault file. */
export const expiryOf = (file: Uint8Array): number =>
  file.length < expiryLength
    ? 0
    : Number(new DataView(file.buffer, file.byteOffset, expiryLength).getBigUint64(0));

/** Removes the files under `root/<tenant>/<scope>` whose time is over, and scopes that are empty. @returns how many files */
export async function sweepVault(disk: Disk, root: string, clock: Clock): Promise<number> {
  let removed = 0;
  for (const tenant of await folders(disk, root))
    for (const scope of await folders(disk, tenant)) {
      let kept = 0;
      for (const name of await disk.readdir(scope).catch(() => [])) {
        const path = join(scope, name);
        const file = await readIfThere(disk, path);
        if (file === undefined) continue;
        if (expiryOf(file) > clock()) kept += 1;
        else {
          await disk.unlink(path).catch(() => undefined);
          removed += 1;
        }
      }
      // Fails where something was put meanwhile, which is right.
      if (kept === 0) await disk.rmdir(scope).catch(() => undefined);
    }
  return removed;
}

async function folders(disk: Disk, path: string): Promise<string[]> {
  const entries = await disk.readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(path, entry.name));
}

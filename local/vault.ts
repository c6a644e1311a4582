// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../lambdas/failures.ts';
import type { Clock, RandomBytes, Vault, VaultRef } from '../lambdas/ports.ts';
import { InstantSchema, RevisionSchema, TenantIdSchema } from '../lambdas/records/case.ts';
import { seal, unseal } from '../lambdas/records/sealed.ts';
import { boundedMap } from './bounded-map.ts';
import type { Synchronous } from './database.ts';
import { type Disk, diskCode, readIfThere, realDisk, writing } from './disk.ts';
import { inTurn } from './in-turn.ts';
import { deriveKey } from './master-key.ts';
import { recentFiles } from './recent-files.ts';
import { expiryLength, expiryOf, sweepVault } from './vault-sweep.ts';
import { emptyIncoming, probeDisk, syncFolder, writeNew } from './write-once.ts';

export type LocalVault = Vault &
  Readonly<{
    /** Writes a file and removes it, so as to know that it can. @throws StorageUnavailable */
    probe: () => Promise<void>;
    /**
     * Removes what has expired, of all tenants: `get` does not find it any more, but it takes room. Looks at every
     * file, so it does so at most once an hour, however often it is called. @returns how many objects it removed
     */
    sweep: () => Promise<number>;
  }>;

export type VaultOptions = Readonly<{
  folder: string;
  master: Uint8Array;
  synchronous?: Synchronous;
  clock: Clock;
  randomBytes: RandomBytes;
  disk?: Disk;
}>;

const hour = 3_600_000;
const scopePattern = z.uuid();

/** Names become paths: only names that cannot leave the folder are taken. */
function check(ref: Readonly<{ tenantId: string; scope: string }>): void {
  if (!TenantIdSchema.safeParse(ref.tenantId).success || !scopePattern.safeParse(ref.scope).success)
    throw new Failure('InvalidInput');
}

/**
 * Files `vault/<tenant>/<scope>/<revision>`: expiry (milliseconds, 8 bytes, big-endian), then AES-256-GCM
 * (records/sealed.ts) under a key of its own for each tenant and scope, which authenticates tenant, scope, revision
 * and expiry: a file that was moved, renamed or given more time does not open.
 */
export async function openVault(options: VaultOptions): Promise<LocalVault> {
  const { folder, master, synchronous = 'FULL', clock, randomBytes, disk = realDisk } = options;
  const root = join(folder, 'vault');
  // Names of tenants begin with a letter or a digit: these two cannot be one.
  const once = { disk, incoming: join(root, '.incoming'), synchronous, randomBytes };
  const leaving = join(root, '.leaving');
  await emptyIncoming(once);
  await writing(() => disk.rm(leaving, { recursive: true, force: true }));
  await writing(() => disk.mkdir(leaving, { mode: 0o700 }));

  const turn = inTurn();
  let sweepAgain = 0;
  // Still encrypted. The steps of a case read again what the one before has written.
  const recent = recentFiles(512, 16_384);
  const keys = boundedMap<string, Buffer>(1000, (key) => key.fill(0));
  const keyOf = ({ tenantId, scope }: Pick<VaultRef, 'tenantId' | 'scope'>): Buffer => {
    const name = `${tenantId}/${scope}`;
    const known = keys.get(name);
    if (known !== undefined) return known;
    const made = deriveKey(master, 'vault', tenantId, scope);
    keys.set(name, made);
    return made;
  };
  const pathOf = (ref: VaultRef): string => {
    check(ref);
    if (!RevisionSchema.safeParse(ref.revision).success) throw new Failure('InvalidInput');
    return join(root, ref.tenantId, ref.scope, ref.revision);
  };
  const contextOf = (ref: VaultRef, until: number) =>
    `vault/${ref.tenantId}/${ref.scope}/${ref.revision}/${until}`;

  const open = (ref: VaultRef, file: Uint8Array): string => {
    try {
      return unseal(keyOf(ref), contextOf(ref, expiryOf(file)), file.subarray(expiryLength)).toString('utf8');
    } catch {
      // Without its cause: an error of the cipher is no place to look for content, but nothing is gained either.
      throw new Failure('Malformed');
    }
  };

  return {
    put: async (ref, content, until) => {
      const path = pathOf(ref);
      if (!InstantSchema.safeParse(until).success) throw new Failure('InvalidInput');
      const expiry = Buffer.alloc(expiryLength);
      expiry.writeBigUInt64BE(BigInt(until));
      const sealed = seal(keyOf(ref), contextOf(ref, until), Buffer.from(content, 'utf8'), randomBytes(12));
      // Two writers of one revision wait for each other: the second compares with what the first has finished.
      await turn(path, async () => {
        const keep = recent.begin();
        const file = Buffer.concat([expiry, sealed]);
        if ((await writeNew(once, path, file, 0o600)) === 'written') {
          keep(path, file);
          return;
        }
        // A retry of a write that was made is no conflict; other content under a random name is.
        const standing = await readIfThere(disk, path);
        if (standing === undefined || open(ref, standing) !== content) throw new Failure('Conflict');
      });
    },

    get: async (ref) => {
      const path = pathOf(ref);
      const keep = recent.begin();
      const file = recent.get(path) ?? (await readIfThere(disk, path));
      if (file === undefined) throw new Failure('NotFound');
      keep(path, file);
      const content = open(ref, file);
      if (expiryOf(file) <= clock()) throw new Failure('NotFound');
      return content;
    },

    purge: async (scope) => {
      check(scope);
      const gone = join(leaving, Buffer.from(randomBytes(12)).toString('base64url'));
      await writing(async () => {
        try {
          // Out of sight in one move, so that a reader never sees half of a scope.
          await disk.rename(join(root, scope.tenantId, scope.scope), gone);
        } catch (error) {
          if (diskCode(error) === 'ENOENT') return;
          throw error;
        }
        recent.forget();
        await syncFolder(once, join(root, scope.tenantId));
        await disk.rm(gone, { recursive: true, force: true });
      });
      keys.delete(`${scope.tenantId}/${scope.scope}`);
    },

    probe: () => probeDisk(once),

    sweep: async () => {
      if (clock() < sweepAgain) return 0;
      sweepAgain = clock() + hour;
      return sweepVault(disk, root, clock, turn);
    },
  };
}

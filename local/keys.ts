// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { Failure } from '../lambdas/failures.ts';
import type { Clock, Keys, RandomBytes } from '../lambdas/ports.ts';
import type { CaseRef } from '../lambdas/records/case.ts';
import { digest, sameDigest } from '../lambdas/records/digest.ts';
import { seal, unseal } from '../lambdas/records/sealed.ts';
import { boundedMap } from '../lambdas/bounded-map.ts';
import { type Database, openDatabase, type Synchronous } from './database.ts';
import { keySchema } from './key-schema.ts';
import { deriveKey } from './master-key.ts';
import { privateFile } from './private-file.ts';
import { statements, storing } from './storing.ts';

export type LocalKeys = Keys &
  Readonly<{
    /**
     * Destroys the case's key for good: the row is overwritten with zeros and the write-ahead log cut off.
     * Idempotent. @throws NotFound when there never was one, StorageUnavailable
     */
    erase: (ref: CaseRef) => Promise<void>;
    close: () => void;
  }>;

export type KeysOptions = Readonly<{
  folder: string;
  master: Uint8Array;
  synchronous?: Synchronous;
  clock: Clock;
  randomBytes: RandomBytes;
}>;

const keyLength = 32;
const nameOf = (ref: CaseRef) => `${ref.tenantId}/${ref.caseId}`;

/** A folder that was begun with one master key is not opened with another: everything would look tampered with. */
function prove(database: Database, master: Uint8Array): void {
  const expected = digest(deriveKey(master, 'proof'), 'master-key');
  const found = database.prepare('SELECT digest FROM proof').get()?.['digest'];
  if (found === undefined) database.prepare('INSERT INTO proof (id, digest) VALUES (1, ?)').run(expected);
  else if (!sameDigest(String(found), expected))
    throw new Error('The master key is not the one that this data folder was made with.');
}

/**
 * Case keys in a file of their own, `keys.sqlite`: 32 random bytes each, wrapped with AES-256-GCM under a key of
 * the tenant that comes from the master key. One process has the file: who comes second gets StorageUnavailable.
 * @throws Error when the master key is another one
 */
export function openKeys(options: KeysOptions): LocalKeys {
  const { folder, master, synchronous = 'FULL', clock, randomBytes } = options;
  const database = openDatabase({
    path: privateFile(join(folder, 'keys.sqlite')),
    synchronous,
    waits: 'asked',
    secureDelete: true,
    exclusive: true,
  });
  try {
    database.exec(keySchema);
    prove(database, master);
  } catch (error) {
    database.close();
    throw error;
  }

  const overwrite = (key: Buffer) => key.fill(0);
  const unwrapped = boundedMap<string, Buffer>(1000, overwrite);
  const wrapping = boundedMap<string, Buffer>(1000, overwrite);
  const digesting = boundedMap<string, Buffer>(1000, overwrite);
  const indexing = boundedMap<string, Buffer>(1000, overwrite);
  const derived = (cache: typeof wrapping, purpose: string, tenantId: string): Buffer => {
    const known = cache.get(tenantId);
    if (known !== undefined) return known;
    const made = deriveKey(master, purpose, tenantId);
    cache.set(tenantId, made);
    return made;
  };
  const { change, row, write } = statements(database);
  const isErased = ({ tenantId, caseId }: CaseRef): boolean =>
    row('SELECT 1 FROM erased WHERE tenant_id = ? AND case_id = ?', tenantId, caseId) !== undefined;
  const wrappedKey = ({ tenantId, caseId }: CaseRef): Uint8Array | undefined =>
    row('SELECT wrapped FROM case_keys WHERE tenant_id = ? AND case_id = ?', tenantId, caseId)?.[
      'wrapped'
    ] as Uint8Array | undefined;

  return {
    create: async (ref) => {
      await write(() => {
        if (isErased(ref)) throw new Failure('KeyErased');
        if (wrappedKey(ref) !== undefined) return;
        const wrapped = seal(
          derived(wrapping, 'wrap', ref.tenantId),
          nameOf(ref),
          randomBytes(keyLength),
          randomBytes(12),
        );
        change(
          'INSERT INTO case_keys (tenant_id, case_id, wrapped) VALUES (?, ?, ?)',
          ref.tenantId,
          ref.caseId,
          wrapped,
        );
      });
      // Before its case is in another file: a case without a key could neither be archived nor ended.
      await storing(() => database.onDisk());
    },

    caseKey: (ref) =>
      storing(() => {
        const known = unwrapped.get(nameOf(ref));
        // A copy: what the cache forgets is overwritten.
        if (known !== undefined) return Buffer.from(known);
        const wrapped = wrappedKey(ref);
        if (wrapped === undefined) throw new Failure(isErased(ref) ? 'KeyErased' : 'NotFound');
        // In memory of its own: out of Buffer's pool, a key that is kept would keep 64 KB of other things with it.
        const key = Buffer.alloc(keyLength);
        unwrap(derived(wrapping, 'wrap', ref.tenantId), nameOf(ref), wrapped).copy(key);
        unwrapped.set(nameOf(ref), key);
        return Buffer.from(key);
      }),

    tenantKey: async (tenantId) => Buffer.from(derived(digesting, 'digest', tenantId)),

    indexKey: async (tenantId) => Buffer.from(derived(indexing, 'index', tenantId)),

    discard: async (ref) => {
      await write(() =>
        change('DELETE FROM case_keys WHERE tenant_id = ? AND case_id = ?', ref.tenantId, ref.caseId),
      );
      unwrapped.delete(nameOf(ref));
    },

    erase: (ref) =>
      storing(async () => {
        await database.batch(() => {
          if (wrappedKey(ref) === undefined && !isErased(ref)) throw new Failure('NotFound');
          change(
            'INSERT INTO erased (tenant_id, case_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
            ref.tenantId,
            ref.caseId,
            clock(),
          );
          change('DELETE FROM case_keys WHERE tenant_id = ? AND case_id = ?', ref.tenantId, ref.caseId);
        });
        unwrapped.delete(nameOf(ref));
        // The log still holds the page as it was: move it into the file, then cut the log to nothing.
        const result = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
        if (result?.['busy'] !== 0) throw new Failure('StorageUnavailable');
      }),

    close: () => {
      for (const cache of [unwrapped, wrapping, digesting, indexing]) cache.clear();
      database.close();
    },
  };
}

function unwrap(key: Uint8Array, context: string, wrapped: Uint8Array): Buffer {
  try {
    return unseal(key, context, wrapped);
  } catch {
    throw new Failure('Malformed');
  }
}

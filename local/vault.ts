// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { Failure } from '../lambdas/failures.ts';
import type { Clock, NewObject, RandomBytes, Vault, VaultRef, VaultScope } from '../lambdas/ports.ts';
import { InstantSchema, RevisionSchema, TenantIdSchema } from '../lambdas/records/case.ts';
import { seal, unseal } from '../lambdas/records/sealed.ts';
import { boundedMap } from '../lambdas/bounded-map.ts';
import type { Database } from './database.ts';
import { deriveKey } from './master-key.ts';
import { type Row, statements, storing } from './storing.ts';
import { vaultSchema } from './vault-schema.ts';

/** A write that somebody makes in a transaction of their own. */
export type Prepared = Readonly<{
  /** Inside the transaction. @throws Conflict */
  write: () => void;
  /** After its commit. */
  written: () => void;
}>;

export type LocalVault = Vault &
  Readonly<{
    /** What `put` does, for a transaction that writes more. @throws InvalidInput */
    prepare: (object: NewObject) => Prepared;
    /** Writes, so as to know that it can. @throws StorageUnavailable */
    probe: () => Promise<void>;
    /** Removes what has expired, of all tenants: `get` does not find it any more. @returns how many objects */
    sweep: () => Promise<number>;
  }>;

export type VaultOptions = Readonly<{
  /** Opened with `secureDelete`: what is removed is overwritten. */
  database: Database;
  master: Uint8Array;
  clock: Clock;
  randomBytes: RandomBytes;
}>;

/** Rows removed in one transaction of a sweep: steps write in between. */
const atOnce = 500;
const ScopeSchema = z.uuid();

/** Where a scope is kept: a conversation's apart from a case's. @throws InvalidInput */
function checked<Scope extends VaultScope>(ref: Scope): Scope {
  if (!TenantIdSchema.safeParse(ref.tenantId).success || !ScopeSchema.safeParse(ref.scope).success)
    throw new Failure('InvalidInput');
  return ref.of === undefined ? ref : { ...ref, scope: `${ref.of}/${ref.scope}` };
}

function checkedAll(ref: VaultRef): VaultRef {
  if (!RevisionSchema.safeParse(ref.revision).success) throw new Failure('InvalidInput');
  return checked(ref);
}

/**
 * The vault on SQLite: a row an object, AES-256-GCM (records/sealed.ts) under a key of its own for each tenant and
 * scope, which authenticates tenant, scope, revision and expiry: a row that was moved, renamed or given more time
 * does not open.
 */
export function openVault({ database, master, clock, randomBytes }: VaultOptions): LocalVault {
  database.exec(vaultSchema);
  const { change, row, write } = statements(database);
  const keys = boundedMap<string, Buffer>(1000, (key) => key.fill(0));
  const keyOf = ({ tenantId, scope }: Pick<VaultRef, 'tenantId' | 'scope'>): Buffer => {
    const name = `${tenantId}/${scope}`;
    const known = keys.get(name);
    if (known !== undefined) return known;
    const made = deriveKey(master, 'vault', tenantId, scope);
    keys.set(name, made);
    return made;
  };
  const contextOf = ({ tenantId, scope, revision }: VaultRef, until: string) =>
    `vault/${tenantId}/${scope}/${revision}/${until}`;

  // As text: an expiry that was tampered with need not be a number that JavaScript has.
  const find = (ref: VaultRef): Row | undefined =>
    row(
      'SELECT CAST(until AS TEXT) AS until, sealed FROM objects WHERE tenant_id = ? AND scope = ? AND revision = ?',
      ref.tenantId,
      ref.scope,
      ref.revision,
    );
  const open = (ref: VaultRef, found: Row): string => {
    try {
      const context = contextOf(ref, String(found['until']));
      return unseal(keyOf(ref), context, found['sealed'] as Uint8Array).toString('utf8');
    } catch {
      // Without its cause: an error of the cipher is no place to look for content, but nothing is gained either.
      throw new Failure('Malformed');
    }
  };

  const prepare = ({ ref: named, content, until }: NewObject): Prepared => {
    const ref = checkedAll(named);
    if (!InstantSchema.safeParse(until).success) throw new Failure('InvalidInput');
    const plaintext = Buffer.from(content, 'utf8');
    const sealed = seal(keyOf(ref), contextOf(ref, String(until)), plaintext, randomBytes(12));
    return {
      write: () => {
        const written = change(
          `INSERT INTO objects (tenant_id, scope, revision, until, sealed) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO NOTHING`,
          ref.tenantId,
          ref.scope,
          ref.revision,
          until,
          sealed,
        );
        if (written > 0) return;
        // A retry of a write that was made is no conflict; other content under a random name is.
        const standing = find(ref);
        if (standing === undefined || open(ref, standing) !== content) throw new Failure('Conflict');
      },
      written: () => undefined,
    };
  };

  return {
    prepare,

    put: async (ref, content, until) => {
      await write(prepare({ ref, content, until }).write);
    },

    get: async (named) => {
      const ref = checkedAll(named);
      const found = await storing(() => find(ref));
      if (found === undefined) throw new Failure('NotFound');
      const content = open(ref, found);
      if (Number(found['until']) <= clock()) throw new Failure('NotFound');
      return content;
    },

    purge: async (named) => {
      const { tenantId, scope } = checked(named);
      await write(() => {
        change('DELETE FROM objects WHERE tenant_id = ? AND scope = ?', tenantId, scope);
      });
      keys.delete(`${tenantId}/${scope}`);
    },

    probe: () =>
      write(() => {
        change(
          'INSERT INTO probe (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
          clock(),
        );
      }),

    sweep: async () => {
      let total = 0;
      for (;;) {
        const removed = await write(() =>
          change(
            `DELETE FROM objects WHERE (tenant_id, scope, revision) IN
               (SELECT tenant_id, scope, revision FROM objects WHERE until <= ? ORDER BY until LIMIT ?)`,
            clock(),
            atOnce,
          ),
        );
        total += removed;
        if (removed < atOnce) return total;
      }
    },
  };
}

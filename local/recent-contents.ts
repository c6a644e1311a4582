// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../lambdas/failures.ts';
import type { Clock, VaultRef, VaultScope } from '../lambdas/ports.ts';
import type { LocalVault } from './vault.ts';

type Content = Readonly<{ content: string; until: number }>;

export type RecentOptions = Readonly<{
  /** What was written is known for this long at least, and twice as long at most, milliseconds. */
  keep?: number;
  /** UTF-16 code units; when there are more, what is older goes at once. */
  most?: number;
}>;

const scopeName = ({ tenantId, scope, of }: VaultScope): string => `${of ?? 'case'}/${tenantId}/${scope}`;

/**
 * A vault that knows what was written within the last second: the steps of a case read its objects a dozen times, and each time it
 * would be a row to find and a cipher to undo. An object never changes, so what is known is what is stored; what is purged is
 * forgotten first.
 */
export function withRecent(
  vault: LocalVault,
  clock: Clock,
  { keep = 500, most = 1_000_000 }: RecentOptions = {},
): LocalVault {
  let younger = new Map<string, Map<string, Content>>();
  let older = new Map<string, Map<string, Content>>();
  let size = 0;
  let purges = 0;
  let timer: NodeJS.Timeout | undefined;

  const age = (): void => {
    clearTimeout(timer);
    timer = undefined;
    older = younger;
    younger = new Map();
    size = 0;
    if (older.size > 0) timer = setTimeout(age, keep).unref();
  };
  const remember = (ref: VaultRef, content: string, until: number): void => {
    const name = scopeName(ref);
    const known = younger.get(name) ?? new Map<string, Content>();
    younger.set(name, known.set(ref.revision, { content, until }));
    size += content.length;
    if (size > most) age();
    else timer ??= setTimeout(age, keep).unref();
  };
  const forget = (scope: VaultScope): void => {
    purges += 1;
    younger.delete(scopeName(scope));
    older.delete(scopeName(scope));
  };

  return {
    ...vault,
    put: async (ref, content, until) => {
      const before = purges;
      await vault.put(ref, content, until);
      // Something was purged meanwhile: perhaps this.
      if (before === purges) remember(ref, content, until);
    },
    prepare: (object) => {
      const prepared = vault.prepare(object);
      const before = purges;
      return {
        write: prepared.write,
        written: () => {
          prepared.written();
          if (before === purges) remember(object.ref, object.content, object.until);
        },
      };
    },
    get: async (ref) => {
      const name = scopeName(ref);
      const known = younger.get(name)?.get(ref.revision) ?? older.get(name)?.get(ref.revision);
      if (known === undefined) return vault.get(ref);
      if (known.until <= clock()) throw new Failure('NotFound');
      return known.content;
    },
    purge: async (scope) => {
      forget(scope);
      await vault.purge(scope);
      forget(scope);
    },
  };
}

// SPDX-License-Identifier: Apache-2.0
import type { Adapter, AdapterPayload } from 'oidc-provider';

type Entry = { payload: AdapterPayload; until: number };

/** Most codes, sessions and grants that are remembered: the oldest make room. */
const most = 1000;

/**
 * What the provider remembers between two steps of a sign-in, in memory: it ends with the process, and then somebody
 * signs in again.
 */
export function signInMemory(now: () => number = Date.now): (model: string) => Adapter {
  const entries = new Map<string, Entry>();
  const find = (accept: (name: string, payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [name, { payload, until }] of entries)
      if (until > now() && accept(name, payload)) return payload;
    return undefined;
  };
  return (model) => {
    const nameOf = (id: string) => `${model}:${id}`;
    const mine = (name: string) => name.startsWith(`${model}:`);
    return {
      upsert: async (id, payload, expiresIn = 3600) => {
        entries.delete(nameOf(id));
        entries.set(nameOf(id), { payload, until: now() + expiresIn * 1000 });
        for (const oldest of entries.size > most ? entries.keys() : []) {
          entries.delete(oldest);
          break;
        }
      },
      find: async (id) => find((name) => name === nameOf(id)),
      findByUid: async (uid) => find((name, payload) => mine(name) && payload.uid === uid),
      findByUserCode: async (code) => find((name, payload) => mine(name) && payload.userCode === code),
      consume: async (id) => {
        const entry = entries.get(nameOf(id));
        if (entry !== undefined) entry.payload = { ...entry.payload, consumed: Math.floor(now() / 1000) };
      },
      destroy: async (id) => {
        entries.delete(nameOf(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [name, { payload }] of entries)
          if (mine(name) && payload.grantId === grantId) entries.delete(name);
      },
    };
  };
}

// SPDX-License-Identifier: Apache-2.0
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../../lambdas/ports.ts';

export const sourceKinds = ['record', 'event'] as const;
export type SourceKind = (typeof sourceKinds)[number];
export type DayRef = Readonly<{ tenantId: string; kind: SourceKind; day: string }>;

/** What a catalogue is made from. */
export type Source = Readonly<{
  /** The days of a tenant, each with a sign that changes when something of it does. */
  days: (tenantId: string) => Promise<Readonly<Record<string, string>>>;
  /** Ids of records or events of a day, in their order. */
  ids: (ref: DayRef) => Promise<readonly string[]>;
  /** The bytes of one; undefined where it is gone. */
  read: (ref: DayRef, id: string) => Promise<Uint8Array | undefined>;
}>;

const ending = '.json';
const namesIn = async (path: string): Promise<string[]> => (await readdir(path).catch(() => [])).sort();

/** The archive's own files: which there are is read from the folders, what they hold by the archive, which checks it. */
export function archiveSource(folder: string, archive: Pick<Archive, 'get'>): Source {
  const placeOf = (kind: SourceKind, tenantId: string) => join(folder, 'archive', kind, `tenant=${tenantId}`);
  return {
    days: async (tenantId) => {
      const found: Record<string, string> = {};
      for (const kind of sourceKinds)
        for (const name of await namesIn(placeOf(kind, tenantId))) {
          if (!/^day=\d{4}-\d\d-\d\d$/.test(name)) continue;
          const day = name.slice(4);
          const { mtimeNs } = await stat(join(placeOf(kind, tenantId), name), { bigint: true });
          found[day] = `${found[day] ?? ''} ${kind} ${mtimeNs}`;
        }
      return found;
    },
    ids: async ({ tenantId, kind, day }) =>
      (await namesIn(join(placeOf(kind, tenantId), `day=${day}`)))
        .filter((name) => name.endsWith(ending))
        .map((name) => name.slice(0, -ending.length)),
    read: async ({ tenantId, kind, day }, id) =>
      (await archive.get(`${kind}/tenant=${tenantId}/day=${day}/${id}${ending}`))?.bytes,
  };
}

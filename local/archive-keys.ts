// SPDX-License-Identifier: Apache-2.0
import { opendir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a seal takes up; seals themselves are chained by their hashes. */
export const sealedKinds = ['event', 'record', 'sealed'] as const;

const names = async (path: string): Promise<string[]> => (await readdir(path).catch(() => [])).sort();

/** The keys of all archived objects that seals take up, folder by folder; those beside them are their locks. */
export async function* archivedKeys(root: string): AsyncGenerator<string> {
  for (const kind of sealedKinds)
    for (const tenant of await names(join(root, kind)))
      for (const day of await names(join(root, kind, tenant))) {
        const folder = await opendir(join(root, kind, tenant, day)).catch(() => undefined);
        if (folder === undefined) continue;
        for await (const { name } of folder)
          if (!name.endsWith('.lock')) yield `${kind}/${tenant}/${day}/${name}`;
      }
}

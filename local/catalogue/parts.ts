// SPDX-License-Identifier: Apache-2.0
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type TableName, tableNames, tables } from '../../lambdas/archive/tables.ts';
import { canonicalJson, sha256 } from '../../lambdas/records/digest.ts';

const columnsDigest = sha256(canonicalJson(tables));
const DaySchema = z.strictObject({
  /** What the folders of the archive looked like that it was made from. */
  signs: z.string(),
  /** Names of files, by table. */
  parts: z.record(z.string(), z.array(z.string())),
});
/** What the catalogue of one tenant consists of: what is not listed is not there, whatever lies in the folders. */
const ManifestSchema = z.strictObject({
  /** Of what columns its files are. One that was made of others is made again. */
  columns: z.literal(columnsDigest),
  /** Number of the next file: no name is used twice. */
  next: z.int(),
  days: z.record(z.string(), DaySchema),
});
export type Manifest = { columns: string; next: number; days: Record<string, z.infer<typeof DaySchema>> };

const names = async (path: string): Promise<string[]> => (await readdir(path).catch(() => [])).sort();

/** The files of one tenant's catalogue: `<table>/tenant=<id>/day=<day>/<number>.parquet`, never written twice. */
export function partsOf(root: string, tenantId: string) {
  const manifestFile = join(root, `tenant=${tenantId}.json`);
  const folderOf = (table: TableName) => join(root, table, `tenant=${tenantId}`);
  const placeOf = (table: TableName, day: string) => join(folderOf(table), `day=${day}`);

  return {
    folders: tableNames.map(folderOf),
    read: async (): Promise<Manifest> => {
      try {
        return ManifestSchema.parse(JSON.parse(await readFile(manifestFile, 'utf8')));
      } catch {
        return { columns: columnsDigest, next: 1, days: {} };
      }
    },
    write: async (manifest: Manifest): Promise<void> => {
      await mkdir(root, { recursive: true, mode: 0o700 });
      await writeFile(`${manifestFile}.new`, JSON.stringify(manifest), { mode: 0o600 });
      await rename(`${manifestFile}.new`, manifestFile);
    },
    /** A free place for a file of a day. */
    newPart: async (manifest: Manifest, table: TableName, day: string): Promise<string> => {
      const place = placeOf(table, day);
      await mkdir(place, { recursive: true, mode: 0o700 });
      const number = manifest.next;
      manifest.next += 1;
      return join(place, `${String(number).padStart(8, '0')}.parquet`);
    },
    filesOf: (manifest: Manifest, table: TableName, only?: string): string[] =>
      Object.entries(manifest.days).flatMap(([day, { parts }]) =>
        only === undefined || only === day
          ? (parts[table] ?? []).map((name) => join(placeOf(table, day), name))
          : [],
      ),
    /** Removes what lies in the folders of a day without being listed: left by a crash, or replaced. */
    sweep: async (manifest: Manifest, day: string): Promise<void> => {
      for (const table of tableNames) {
        const place = placeOf(table, day);
        const listed = manifest.days[day]?.parts[table] ?? [];
        for (const name of await names(place))
          if (!listed.includes(name)) await rm(join(place, name), { force: true });
        if (listed.length === 0) await rm(place, { recursive: true, force: true });
      }
    },
  };
}
export type Parts = ReturnType<typeof partsOf>;

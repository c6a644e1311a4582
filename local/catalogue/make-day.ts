// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path';
import { readEvent } from '../../lambdas/archive/check-object.ts';
import { rowOfEvent, rowsOfRecord } from '../../lambdas/archive/rows.ts';
import { type TableName, tableNames, type TableRow } from '../../lambdas/archive/tables.ts';
import type { Ports } from '../../lambdas/ports.ts';
import { TranscriptSchema } from '../../lambdas/records/transcript.ts';
import type { Change, Parquet } from './parquet.ts';
import type { Manifest, Parts } from './parts.ts';
import type { Source, SourceKind } from './source.ts';
import { textOfCase } from '../../lambdas/text-of-case.ts';

export type DayNeeds = Pick<Ports, 'archive' | 'keys' | 'policies' | 'clock' | 'cases'>;

/** Records that become one file: so many are in memory at a time. */
const atOnce = 5000;
/** Files of a table and a day; one more, and they are made into one. */
export const mostParts = 8;

export type DayMaker = Readonly<{
  /** Adds to a day what is new in the archive and takes out what is gone; all of it anew with `again`. @returns texts left out */
  bring: (manifest: Manifest, day: string, again: boolean) => Promise<number>;
  /** Writes a table of a day again, changed. */
  change: (manifest: Manifest, day: string, table: TableName, change: Change) => Promise<void>;
}>;

/** Makes the days of one tenant's catalogue from the archive's files. */
export function dayMaker(
  ports: DayNeeds,
  made: Readonly<{ source: Source; tenantId: string; parts: Parts; parquet: Parquet }>,
): DayMaker {
  const { source, tenantId, parts, parquet } = made;
  const dayOf = (manifest: Manifest, day: string) => (manifest.days[day] ??= { signs: '', parts: {} });

  const add = async (manifest: Manifest, day: string, table: TableName, rows: readonly TableRow[]) => {
    if (rows.length === 0) return;
    const path = await parts.newPart(manifest, table, day);
    await parquet.write(table, rows, path);
    (dayOf(manifest, day).parts[table] ??= []).push(basename(path));
  };
  const change: DayMaker['change'] = async (manifest, day, table, what) => {
    const files = parts.filesOf(manifest, table, day);
    if (files.length === 0) return;
    const path = await parts.newPart(manifest, table, day);
    await parquet.merge(table, files, path, what);
    dayOf(manifest, day).parts[table] = [basename(path)];
  };
  /** Ids that the archive has on a day, and those that the catalogue has. */
  const idsOf = async (manifest: Manifest, kind: SourceKind, day: string) => {
    const there = new Set(await source.ids({ tenantId, kind, day }));
    const files = parts.filesOf(manifest, kind === 'record' ? 'cases' : 'events', day);
    const column = kind === 'record' ? 'case_id' : 'event_id';
    const rows = files.length === 0 ? [] : await parquet.read(files, [column]);
    const known = new Set(rows.map(([id]) => String(id)));
    return {
      fresh: [...there].filter((id) => !known.has(id)),
      gone: [...known].filter((id) => !there.has(id)),
    };
  };

  const addRecords = async (manifest: Manifest, day: string, ids: readonly string[]): Promise<number> => {
    const rows: Partial<Record<TableName, TableRow[]>> = {};
    let contained = 0;
    for (const id of ids) {
      const bytes = await source.read({ tenantId, kind: 'record', day }, id);
      // Disposed of since the folder was read.
      if (bytes === undefined) continue;
      const record = TranscriptSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
      const text = await textOfCase(ports, record);
      contained += text.state === 'contained' ? 1 : 0;
      for (const [table, found] of Object.entries(rowsOfRecord(record, text)))
        (rows[table as TableName] ??= []).push(...found);
    }
    for (const table of tableNames) await add(manifest, day, table, rows[table] ?? []);
    return contained;
  };
  const addEvents = async (manifest: Manifest, day: string, ids: readonly string[]) => {
    const rows: TableRow[] = [];
    for (const id of ids) {
      const bytes = await source.read({ tenantId, kind: 'event', day }, id);
      const event = bytes === undefined ? undefined : readEvent(bytes);
      if (event !== undefined) rows.push(rowOfEvent(event));
    }
    await add(manifest, day, 'events', rows);
  };

  return {
    change,
    bring: async (manifest, day, again) => {
      if (again) manifest.days[day] = { signs: '', parts: {} };
      const [records, events] = [await idsOf(manifest, 'record', day), await idsOf(manifest, 'event', day)];
      if (records.gone.length > 0)
        for (const table of tableNames)
          if (table !== 'events') await change(manifest, day, table, { without: records.gone });
      let contained = 0;
      for (let at = 0; at < records.fresh.length; at += atOnce)
        contained += await addRecords(manifest, day, records.fresh.slice(at, at + atOnce));
      for (let at = 0; at < events.fresh.length; at += atOnce)
        await addEvents(manifest, day, events.fresh.slice(at, at + atOnce));
      for (const table of tableNames)
        if (parts.filesOf(manifest, table, day).length > mostParts) await change(manifest, day, table, {});
      return contained;
    },
  };
}

// SPDX-License-Identifier: Apache-2.0
import type { S3Client } from '@aws-sdk/client-s3';
import { readEvent } from '../../archive/check-object.ts';
import { rowOfEvent, rowsOfRecord } from '../../archive/rows.ts';
import { type TableName, tableNames, type TableRow } from '../../archive/tables.ts';
import type { Ports } from '../../ports.ts';
import { TranscriptSchema } from '../../records/transcript.ts';
import { textOfCase } from '../../text-of-case.ts';
import { addRows, changeRows } from './change.ts';
import { keysUnder, type Parts } from './parts.ts';

export type DayNeeds = Pick<Ports, 'archive' | 'keys' | 'policies' | 'clock' | 'cases'>;
type Made = Readonly<{
  ports: DayNeeds;
  parts: Parts;
  clientFor: (tenantId: string) => S3Client;
  archiveBucket: string;
}>;

/** Cases that are read before their rows are written. */
const atOnce = 500;
const idOf = (key: string) => key.slice(key.lastIndexOf('/') + 1).replace(/\.json$/, '');

/** Makes days of the catalogue from what is in the archive. */
export function dayMaker({ ports, parts, clientFor, archiveBucket }: Made) {
  const archived = (tenantId: string, kind: 'record' | 'event', day: string) =>
    keysUnder(clientFor(tenantId), archiveBucket, `${kind}/tenant=${tenantId}/day=${day}/`);
  const known = async (tenantId: string, table: 'cases' | 'events', day: string): Promise<Set<string>> => {
    const ids = new Set<string>();
    for (const key of await parts.keys({ table, tenantId, day }))
      for (const row of (await parts.read(tenantId, key)).rows)
        ids.add(String(table === 'cases' ? row['case_id'] : row['event_id']));
    return ids;
  };
  const add = async (tenantId: string, day: string, rows: Partial<Record<TableName, TableRow[]>>) => {
    // The table of cases last: a case that is in it is in all of them.
    for (const table of [...tableNames].sort((a, b) => Number(a === 'cases') - Number(b === 'cases')))
      await addRows(parts, { table, tenantId, day }, rows[table] ?? []);
  };
  const parsed = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString());

  const addCases = async (tenantId: string, day: string, keys: readonly string[]): Promise<number> => {
    const rows: Partial<Record<TableName, TableRow[]>> = {};
    let contained = 0;
    for (const key of keys) {
      const object = await ports.archive.get(key);
      // Disposed of since the list was made.
      if (object === undefined) continue;
      const record = TranscriptSchema.parse(parsed(object.bytes));
      const text = await textOfCase(ports, record);
      contained += Number(text.state === 'contained');
      for (const [table, found] of Object.entries(rowsOfRecord(record, text)))
        (rows[table as TableName] ??= []).push(...found);
    }
    // What an interrupted run has written of these cases into the other tables goes first.
    const fresh = new Set(keys.map(idOf));
    for (const table of tableNames)
      if (table !== 'events' && table !== 'cases')
        await changeRows(parts, { table, tenantId, day }, (row) =>
          fresh.has(String(row['case_id'])) ? undefined : row,
        );
    await add(tenantId, day, rows);
    return contained;
  };

  return {
    /** Days on which something of a tenant is in the archive. */
    days: async (tenantId: string): Promise<string[]> => {
      const keys = [
        ...(await keysUnder(clientFor(tenantId), archiveBucket, `record/tenant=${tenantId}/`)),
        ...(await keysUnder(clientFor(tenantId), archiveBucket, `event/tenant=${tenantId}/`)),
      ];
      return [...new Set(keys.flatMap((key) => /\/day=(\d{4}-\d\d-\d\d)\//.exec(key)?.[1] ?? []))].sort();
    },

    /** Removes a day's files: it is going to be made anew. */
    clear: async (tenantId: string, day: string): Promise<void> => {
      for (const table of tableNames)
        for (const key of await parts.keys({ table, tenantId, day })) await parts.remove(tenantId, key);
    },

    /** Adds what is new, takes out what is gone. @returns texts that are left out because something was found in them */
    bring: async (tenantId: string, day: string): Promise<number> => {
      const there = await archived(tenantId, 'record', day);
      const have = await known(tenantId, 'cases', day);
      const ids = new Set(there.map(idOf));
      if ([...have].some((id) => !ids.has(id)))
        for (const table of tableNames)
          if (table !== 'events')
            await changeRows(parts, { table, tenantId, day }, (row) =>
              ids.has(String(row['case_id'])) ? row : undefined,
            );
      const fresh = there.filter((key) => !have.has(idOf(key)));
      let contained = 0;
      for (let at = 0; at < fresh.length; at += atOnce)
        contained += await addCases(tenantId, day, fresh.slice(at, at + atOnce));
      const events = await archived(tenantId, 'event', day);
      const seen = await known(tenantId, 'events', day);
      const rows: TableRow[] = [];
      for (const key of events.filter((each) => !seen.has(idOf(each)))) {
        const object = await ports.archive.get(key);
        const event = object === undefined ? undefined : readEvent(object.bytes);
        if (event !== undefined) rows.push(rowOfEvent(event));
      }
      await addRows(parts, { table: 'events', tenantId, day }, rows);
      return contained;
    },
  };
}

// SPDX-License-Identifier: Apache-2.0
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readEvent } from '../lambdas/archive/check-object.ts';
import { type CatalogueText, rowOfEvent, rowsOfRecord } from '../lambdas/archive/rows.ts';
import { type TableName, tableNames, type TableRow } from '../lambdas/archive/tables.ts';
import type { AskedCatalogue, Ports } from '../lambdas/ports.ts';
import type { CaseRef } from '../lambdas/records/case.ts';
import { caseInstant, TranscriptSchema } from '../lambdas/records/transcript.ts';
import { type Engine, openEngine } from './catalogue/engine.ts';
import { textOfCase } from './catalogue/text-of-case.ts';
import { inTurn } from './in-turn.ts';

type Needs = Pick<Ports, 'archive' | 'keys' | 'policies' | 'clock'>;

export type LocalCatalogue = AskedCatalogue & Readonly<{ close: () => void }>;

/** When the folders were last changed that a day was made from. */
const MadeSchema = z.record(z.string(), z.string());
type Made = Record<string, string>;

const names = async (path: string): Promise<string[]> => (await readdir(path).catch(() => [])).sort();
const changed = async (path: string): Promise<string> =>
  (await stat(path, { bigint: true }).catch(() => undefined))?.mtimeNs.toString() ?? '-';
const empty = (): Record<TableName, TableRow[]> => ({
  cases: [],
  reviews: [],
  reveals: [],
  entities: [],
  events: [],
});

/**
 * The catalogue on the laptop: one Parquet file a table, tenant and day under `catalogue/`, made from the archive when
 * somebody asks and something has changed. It can be removed: nothing is only there.
 */
export function openCatalogue(folder: string, ports: Needs): LocalCatalogue {
  const root = join(folder, 'catalogue');
  const archive = join(folder, 'archive');
  const turn = inTurn();
  let engine: Promise<Engine> | undefined;
  const started = async (): Promise<Engine> => {
    await mkdir(root, { recursive: true, mode: 0o700 });
    engine ??= openEngine(root);
    return engine;
  };
  const fileOf = (table: TableName, tenantId: string, day: string) =>
    join(root, table, `tenant=${tenantId}`, `day=${day}`, `${table}.parquet`);
  const madeFile = (tenantId: string) => join(root, `tenant=${tenantId}.json`);
  const readMade = async (tenantId: string): Promise<Made> => {
    try {
      return MadeSchema.parse(JSON.parse(await readFile(madeFile(tenantId), 'utf8')));
    } catch {
      return {};
    }
  };
  const writeMade = async (tenantId: string, made: Made) => {
    await writeFile(`${madeFile(tenantId)}.new`, JSON.stringify(made), { mode: 0o600 });
    await rename(`${madeFile(tenantId)}.new`, madeFile(tenantId));
  };

  const state = async (tenantId: string): Promise<Made> => {
    const found: Made = {};
    for (const kind of ['record', 'event'])
      for (const name of await names(join(archive, kind, `tenant=${tenantId}`)))
        if (/^day=\d{4}-\d\d-\d\d$/.test(name)) {
          const day = name.slice(4);
          found[day] =
            `${found[day] ?? ''} ${kind} ${await changed(join(archive, kind, `tenant=${tenantId}`, name))}`;
        }
    return found;
  };

  /** The texts of cases that were scanned before: a text does not change, and scanning is what takes time. */
  const scanned = async (tenantId: string, day: string): Promise<Map<string, CatalogueText>> => {
    const file = fileOf('cases', tenantId, day);
    if ((await changed(file)) === '-') return new Map();
    const rows = await (
      await started()
    ).read('cases', [file], 'SELECT case_id, text_state, prompt_text, answer_text FROM cases');
    return new Map(
      rows.map(([caseId, textState, prompt, answer]) => [
        String(caseId),
        {
          state: textState as CatalogueText['state'],
          ...(typeof prompt === 'string' ? { prompt } : {}),
          ...(typeof answer === 'string' ? { answer } : {}),
        },
      ]),
    );
  };

  async function* objects(kind: string, tenantId: string, day: string): AsyncGenerator<Uint8Array> {
    const place = `${kind}/tenant=${tenantId}/day=${day}`;
    for (const name of await names(join(archive, place))) {
      const object = name.endsWith('.lock') ? undefined : await ports.archive.get(`${place}/${name}`);
      if (object !== undefined) yield object.bytes;
    }
  }

  const makeDay = async (tenantId: string, day: string, again: boolean): Promise<number> => {
    const rows = empty();
    const known = again ? new Map<string, CatalogueText>() : await scanned(tenantId, day);
    let contained = 0;
    for await (const bytes of objects('record', tenantId, day)) {
      const record = TranscriptSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
      const text = known.get(record.caseId) ?? (await textOfCase(ports, record));
      contained += text.state === 'contained' ? 1 : 0;
      for (const [table, made] of Object.entries(rowsOfRecord(record, text)))
        rows[table as TableName].push(...made);
    }
    for await (const bytes of objects('event', tenantId, day)) {
      const event = readEvent(bytes);
      if (event !== undefined) rows.events.push(rowOfEvent(event));
    }
    const writer = await started();
    for (const table of tableNames) {
      const file = fileOf(table, tenantId, day);
      if (rows[table].length === 0) {
        await rm(file, { force: true });
        continue;
      }
      await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
      await writer.write(table, rows[table], `${file}.new`);
      await rename(`${file}.new`, file);
    }
    return contained;
  };

  /** Makes the days whose folders have changed. */
  const refresh = (tenantId: string, again = false) =>
    turn(tenantId, async () => {
      const [wanted, made] = [await state(tenantId), again ? {} : await readMade(tenantId)];
      let [days, contained] = [0, 0];
      for (const [day, signs] of Object.entries(wanted)) {
        if (made[day] === signs) continue;
        contained += await makeDay(tenantId, day, again);
        days += 1;
      }
      await started();
      if (days > 0 || again) await writeMade(tenantId, wanted);
      return { days, contained };
    });

  const filesOf = async (table: TableName, tenantId: string): Promise<string[]> => {
    const place = join(root, table, `tenant=${tenantId}`);
    const found = (await names(place)).map((day) => join(place, day, `${table}.parquet`));
    const there = await Promise.all(found.map(async (file) => (await changed(file)) !== '-'));
    return found.filter((_, index) => there[index] === true);
  };

  /** Takes the day of a case out: it is made again, as things are then, when it is next asked about. */
  const forgetDay = ({ tenantId, caseId }: CaseRef) =>
    turn(tenantId, async () => {
      const day = new Date(caseInstant(caseId)).toISOString().slice(0, 10);
      const { [day]: _, ...rest } = await readMade(tenantId);
      for (const table of tableNames) await rm(fileOf(table, tenantId, day), { force: true });
      if ((await changed(madeFile(tenantId))) !== '-') await writeMade(tenantId, rest);
    });

  return {
    ask: async ({ tenantId, ...question }) => {
      await refresh(tenantId);
      return turn(tenantId, async () => {
        const files = empty() as unknown as Record<TableName, string[]>;
        for (const table of tableNames) files[table] = await filesOf(table, tenantId);
        return (await started()).ask(files, question);
      });
    },
    texts: async ({ tenantId, limit, after = '' }) => {
      await refresh(tenantId);
      return turn(tenantId, async () => {
        const files = await filesOf('cases', tenantId);
        if (files.length === 0) return [];
        const rows = await (
          await started()
        ).read('cases', files, `SELECT case_id FROM cases WHERE text_state = 'kept' ORDER BY case_id`);
        return rows
          .map(([caseId]) => String(caseId))
          .filter((caseId) => caseId > after)
          .slice(0, limit);
      });
    },
    forgetText: forgetDay,
    forgetCase: forgetDay,
    rebuild: async (tenantId) => refresh(tenantId, true),
    close: () => void engine?.then((each) => each.close()).catch(() => undefined),
  };
}

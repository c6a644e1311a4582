// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tableNames } from '../lambdas/archive/tables.ts';
import type { Catalogue } from '../lambdas/ports.ts';
import type { CaseRef } from '../lambdas/records/case.ts';
import { archiveKey, caseInstant, TranscriptSchema } from '../lambdas/records/transcript.ts';
import { dayMaker, type DayNeeds } from './catalogue/make-day.ts';
import { openParquet, type Parquet } from './catalogue/parquet.ts';
import { type Manifest, partsOf } from './catalogue/parts.ts';
import { openQueries, type QueryOptions, type Run } from './catalogue/queries.ts';
import { type Files, runQuery } from './catalogue/run-query.ts';
import { archiveSource, type Source } from './catalogue/source.ts';
import { textOfCase } from '../lambdas/text-of-case.ts';
import { inTurn } from './in-turn.ts';

export type LocalCatalogue = Catalogue & Readonly<{ close: () => void }>;

const dayOf = (caseId: string) => new Date(caseInstant(caseId)).toISOString().slice(0, 10);

/**
 * The catalogue on the laptop: Parquet files by table, tenant and day under `catalogue/`, brought up to date with the
 * archive when somebody asks. It can be removed: nothing is only there.
 */
export function openCatalogue(
  folder: string,
  ports: DayNeeds,
  options: Partial<QueryOptions> & Readonly<{ source?: Source }> = {},
): LocalCatalogue {
  const root = join(folder, 'catalogue');
  const { source = archiveSource(folder, ports.archive) } = options;
  const turn = inTurn();
  let opened: Promise<Parquet> | undefined;
  const started = async (): Promise<Parquet> => {
    await mkdir(root, { recursive: true, mode: 0o700 });
    // What queries and exports left that were interrupted: nobody runs one yet.
    if (opened === undefined)
      for (const left of ['.spill', '.answers']) await rm(join(root, left), { recursive: true, force: true });
    opened ??= openParquet(root);
    return opened;
  };
  const seen = new Set<string>();
  /** Files that were replaced stay until nobody reads a tenant's catalogue any more. */
  const readers = new Map<string, number>();
  const reading = async <Result>(tenantId: string, work: () => Promise<Result>): Promise<Result> => {
    readers.set(tenantId, (readers.get(tenantId) ?? 0) + 1);
    try {
      return await work();
    } finally {
      readers.set(tenantId, (readers.get(tenantId) ?? 1) - 1);
    }
  };
  const makerOf = async (tenantId: string) => {
    const parts = partsOf(root, tenantId);
    const parquet = await started();
    return { parts, parquet, maker: dayMaker(ports, { source, tenantId, parts, parquet }) };
  };

  /** Brings the days up to date whose folders have changed. */
  const refresh = (tenantId: string, again = false) =>
    turn(tenantId, async () => {
      const { parts, maker } = await makerOf(tenantId);
      const [wanted, manifest] = [await source.days(tenantId), await parts.read()];
      const sweep = async (day: string) => {
        if ((readers.get(tenantId) ?? 0) === 0) await parts.sweep(manifest, day);
      };
      // What a crash left may be a text that was to be forgotten.
      if (!seen.has(tenantId)) for (const day of Object.keys(manifest.days)) await sweep(day);
      seen.add(tenantId);
      let [days, contained] = [0, 0];
      const done = async (day: string) => {
        days += 1;
        await parts.write(manifest);
        await sweep(day);
      };
      for (const [day, signs] of Object.entries(wanted)) {
        if (!again && manifest.days[day]?.signs === signs) continue;
        await sweep(day);
        contained += await maker.bring(manifest, day, again);
        (manifest.days[day] ??= { signs, parts: {} }).signs = signs;
        await done(day);
      }
      for (const day of Object.keys(manifest.days))
        if (wanted[day] === undefined) {
          manifest.days = Object.fromEntries(Object.entries(manifest.days).filter(([each]) => each !== day));
          await done(day);
        }
      return { days, contained };
    });

  const run: Run = async ({ tenantId, queryId, sql, values }, found, { signal }) => {
    await refresh(tenantId);
    const parts = partsOf(root, tenantId);
    await reading(tenantId, async () => {
      const manifest = await turn(tenantId, () => parts.read());
      const files = Object.fromEntries(
        tableNames.map((table) => [table, parts.filesOf(manifest, table)]),
      ) as unknown as Files;
      const spill = join(root, '.spill', queryId);
      await runQuery({ sql, values, files, folders: parts.folders, spill, signal }, found);
    });
  };
  const queries = openQueries({ run, clock: ports.clock, ...options });

  /** Changes the day of a case at once, whoever reads it; what was found in it before is forgotten, too. */
  const changeDay = (
    { tenantId, caseId }: CaseRef,
    work: (manifest: Manifest, day: string) => Promise<void>,
  ) =>
    turn(tenantId, async () => {
      queries.forget(tenantId);
      const parts = partsOf(root, tenantId);
      const [manifest, day] = [await parts.read(), dayOf(caseId)];
      if (manifest.days[day] !== undefined) {
        await work(manifest, day);
        await parts.write(manifest);
      }
      await parts.sweep(manifest, day);
    });

  const { answerOf, start, poll, page, cancel } = queries;
  return {
    start,
    poll,
    page,
    cancel,
    parquet: async (ref) => {
      const answer = answerOf(ref);
      const place = join(root, '.answers');
      await mkdir(place, { recursive: true, mode: 0o700 });
      const file = join(place, `${ref.queryId}.parquet`);
      await (await started()).writeAnswer(answer.summary().columns, answer.all(), file);
      return removedAfter(file);
    },
    rebuild: (tenantId) => refresh(tenantId, true),
    texts: async ({ tenantId, limit, after = '' }) => {
      await refresh(tenantId);
      return turn(tenantId, async () => {
        const { parts, parquet } = await makerOf(tenantId);
        const files = parts.filesOf(await parts.read(), 'cases');
        const rows =
          files.length === 0
            ? []
            : await parquet.read(files, ['case_id'], "text_state IN ('kept', 'contained')");
        return rows
          .map(([caseId]) => String(caseId))
          .filter((caseId) => caseId > after)
          .slice(0, limit);
      });
    },
    forgetText: (ref) =>
      changeDay(ref, async (manifest, day) => {
        const { maker } = await makerOf(ref.tenantId);
        const object = await ports.archive.get(archiveKey('record', ref));
        const record = object && TranscriptSchema.parse(JSON.parse(Buffer.from(object.bytes).toString()));
        const { state } = record === undefined ? { state: 'none' } : await textOfCase(ports, record);
        await maker.change(manifest, day, 'cases', { forget: { caseId: ref.caseId, state } });
      }),
    forgetCase: (ref) =>
      changeDay(ref, async (manifest, day) => {
        const { maker } = await makerOf(ref.tenantId);
        for (const table of tableNames)
          if (table !== 'events') await maker.change(manifest, day, table, { without: [ref.caseId] });
      }),
    close: () => {
      queries.close();
      void opened?.then((each) => each.close()).catch(() => undefined);
    },
  };
}

/** A file's bytes; it is gone once they were read, or nobody wants them any more. */
async function* removedAfter(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const piece of createReadStream(file)) yield piece as Buffer;
  } finally {
    await rm(file, { force: true });
  }
}

// SPDX-License-Identifier: Apache-2.0
import { mkdir, rm } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { type TableName, tableNames } from '../../lambdas/archive/tables.ts';
import { Failure } from '../../lambdas/failures.ts';
import type { AnswerCell, AnswerColumn } from '../../lambdas/ports.ts';
import { openDuckDb } from './duckdb.ts';
import { relationOf } from './parquet.ts';
import { answerTypes, plainRow } from './values.ts';

export type Files = Readonly<Record<TableName, readonly string[]>>;
export type Asked = Readonly<{
  sql: string;
  values: readonly string[];
  files: Files;
  /** Folders of one tenant: the only ones that the engine reaches. */
  folders: readonly string[];
  /** A folder of this query's own, for what does not fit into memory; removed afterwards. */
  spill: string;
  /** Aborted: the engine stops as soon as it can. */
  signal: AbortSignal;
}>;
export type Found = Readonly<{
  /** Called once, before any row. */
  columns: (columns: readonly AnswerColumn[]) => void;
  /** Rows as they come. @returns whether more are wanted */
  rows: (rows: readonly (readonly AnswerCell[])[]) => boolean;
  /** Called once, when the engine begins, with what tells how far it is: percent, or nothing while it cannot tell. */
  begun?: (percent: () => number | undefined) => void;
}>;

/** Memory for one query. */
const memory = '128MB';

const ReadSchema = z.looseObject({ error: z.literal(false), statements: z.array(z.unknown()).length(1) });

/** Whether something in a query is a call where a table is expected: that is how DuckDB reads files, logs and runs texts. */
function callsForTable(read: unknown): boolean {
  if (read === null || typeof read !== 'object') return false;
  if ('type' in read && read.type === 'TABLE_FUNCTION') return true;
  return Object.values(read).some(callsForTable);
}

/** Has the engine's own reader say that it is one SELECT over tables, before any of it is run. @throws QueryInvalid */
async function mustSelect(connection: DuckDBConnection, sql: string): Promise<void> {
  const reader = await connection.runAndReadAll(
    'SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)',
    [sql],
  );
  const read = ReadSchema.safeParse(JSON.parse(String(reader.getRows()[0]?.[0])));
  if (!read.success || callsForTable(read.data.statements)) throw new Failure('QueryInvalid');
}

/** What the engine says may quote what is in a table: only its kind goes on. */
function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  // An error of the engine's may be of another realm: it is told by its shape.
  const message = z.object({ message: z.string() }).safeParse(thrown).data?.message ?? '';
  const kind = /^([A-Z][A-Za-z ]{2,30}) Error:/.exec(message)?.[1];
  if (kind === 'Out of Memory') return new Failure('QueryTooLarge', thrown);
  const theirs = [
    'Binder',
    'Catalog',
    'Conversion',
    'Invalid Input',
    'Invalid Type',
    'Mismatch Type',
    'Not implemented',
  ];
  const mistaken = [...theirs, 'Out of Range', 'Parser', 'Permission', 'Syntax'].includes(kind ?? '');
  return new Failure(mistaken ? 'QueryInvalid' : 'Unavailable', thrown);
}

/**
 * Runs one query in an engine of its own, which reaches the files of one tenant and takes no configuration.
 * @throws QueryInvalid, QueryTooLarge when it does not fit into memory, Unavailable (also when it was aborted)
 */
export async function runQuery(asked: Asked, found: Found): Promise<void> {
  const { sql, values, files, folders, spill, signal } = asked;
  await mkdir(spill, { recursive: true, mode: 0o700 });
  const database = await openDuckDb({ folders, memory, spill });
  const { connection } = database;
  const stop = () => connection.interrupt();
  signal.addEventListener('abort', stop);
  let isOpen = true;
  try {
    // Only those that the query names: each has a year of files.
    for (const table of tableNames)
      if (sql.includes(table))
        await connection.run(`CREATE TEMP VIEW ${table} AS ${relationOf(table, files[table])}`);
    await mustSelect(connection, sql);
    const statement = await connection.prepare(sql);
    statement.bind([...values]);
    signal.throwIfAborted();
    found.begun?.(() => {
      const { percentage } = isOpen ? connection.progress : { percentage: -1 };
      return percentage < 0 ? undefined : Math.min(100, percentage);
    });
    const result = await statement.stream();
    found.columns(
      result.columnNames().map((name, index) => {
        const type = String(result.columnType(index)).replace(/\(.{1,32}$/, '');
        return { name, type: answerTypes[type] ?? 'varchar' };
      }),
    );
    for (;;) {
      signal.throwIfAborted();
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      if (!found.rows(chunk.getRows().map(plainRow))) break;
    }
  } catch (thrown) {
    throw failureOf(thrown);
  } finally {
    signal.removeEventListener('abort', stop);
    isOpen = false;
    database.close();
    await rm(spill, { recursive: true, force: true });
  }
}

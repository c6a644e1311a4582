// SPDX-License-Identifier: Apache-2.0
import { columnNames } from '../../lambdas/archive/column-names.ts';
import { type ColumnType, columnsOf, type TableName, type TableRow } from '../../lambdas/archive/tables.ts';
import type { AnswerCell, AnswerColumn } from '../../lambdas/ports.ts';
import { type Database, openDuckDb, quoted } from './duckdb.ts';
import { plainRow, storedTypes } from './values.ts';

/** What becomes of the rows of one file when it is written again. */
export type Change = Readonly<{
  /** Cases that are left out. */
  without?: readonly string[];
  /** The case that loses its text, and what it says instead. */
  forget?: Readonly<{ caseId: string; state: string }>;
}>;

export type Parquet = Readonly<{
  /** Writes rows of a table to a file. */
  write: (table: TableName, rows: readonly TableRow[], path: string) => Promise<void>;
  /** Writes what several files hold to one, in order, changed. */
  merge: (table: TableName, files: readonly string[], path: string, change?: Change) => Promise<void>;
  /** Some columns of all rows of files. */
  read: (
    files: readonly string[],
    columns: readonly string[],
    where?: string,
  ) => Promise<readonly AnswerCell[][]>;
  /** Writes an answer to a file. */
  writeAnswer: (
    columns: readonly AnswerColumn[],
    rows: Iterable<readonly AnswerCell[]>,
    path: string,
  ) => Promise<void>;
  close: () => void;
}>;

const stored: Readonly<Record<ColumnType, string>> = {
  varchar: 'VARCHAR',
  bigint: 'BIGINT',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP',
};
const namesOf = (table: TableName): string[] => columnsOf(table).map(([name]) => name);
const filesAs = (files: readonly string[]) =>
  `read_parquet([${files.map(quoted).join(', ')}], hive_partitioning = false)`;
const fileOptions = '(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)';

/** A table of no tenant in particular, as a query sees it: its files, or its columns without a row. */
export function relationOf(table: TableName, files: readonly string[]): string {
  if (files.length > 0)
    return `SELECT * FROM read_parquet([${files.map(quoted).join(', ')}], hive_partitioning = true, hive_types = {'tenant': VARCHAR, 'day': DATE})`;
  const columns = columnsOf(table).map(([name, type]) => `CAST(NULL AS ${stored[type]}) AS ${name}`);
  return `SELECT ${columns.join(', ')}, CAST(NULL AS VARCHAR) AS tenant, CAST(NULL AS DATE) AS day WHERE false`;
}

/** Writes and reads the catalogue's own files, which are below `folder`. Nothing that somebody wrote is run here. */
export async function openParquet(folder: string): Promise<Parquet> {
  const database: Database = await openDuckDb({ folders: [folder], memory: '128MB' });
  const { using } = database;
  return {
    write: (table, rows, path) =>
      using(async (connection) => {
        const columns = columnsOf(table);
        const staged = columns.map(
          ([name, type]) => `${name} ${type === 'instant' ? 'BIGINT' : stored[type]}`,
        );
        await connection.run(`CREATE TEMP TABLE staged (${staged.join(', ')})`);
        const appender = await connection.createAppender('staged');
        for (const row of rows) {
          for (const [name, type] of columns) {
            const value = row[name];
            if (value === undefined || value === null) appender.appendNull();
            else if (type === 'varchar') appender.appendVarchar(String(value));
            else if (type === 'boolean') appender.appendBoolean(value === true);
            else appender.appendBigInt(BigInt(value));
          }
          appender.endRow();
        }
        appender.closeSync();
        const made = columns.map(([name, type]) =>
          type === 'instant' ? `make_timestamp(${name} * 1000) AS ${name}` : name,
        );
        await connection.run(
          `COPY (SELECT ${made.join(', ')} FROM staged ORDER BY ALL) TO ${quoted(path)} ${fileOptions}`,
        );
      }),

    merge: (table, files, path, { without = [], forget } = {}) =>
      using(async (connection) => {
        const where = without.length === 0 ? '' : `WHERE case_id NOT IN (${without.map(quoted).join(', ')})`;
        const columns = namesOf(table).map((name) => {
          if (forget === undefined || !['text_state', 'prompt_text', 'answer_text'].includes(name))
            return name;
          const said = name === 'text_state' ? quoted(forget.state) : 'NULL';
          return `CASE WHEN case_id = ${quoted(forget.caseId)} THEN ${said} ELSE ${name} END AS ${name}`;
        });
        await connection.run(
          `COPY (SELECT ${columns.join(', ')} FROM ${filesAs(files)} ${where} ORDER BY ALL) TO ${quoted(path)} ${fileOptions}`,
        );
      }),

    read: (files, columns, where = 'true') =>
      using(async (connection) => {
        const reader = await connection.runAndReadAll(
          `SELECT ${columns.join(', ')} FROM ${filesAs(files)} WHERE ${where} ORDER BY ALL`,
        );
        return reader.getRows().map(plainRow);
      }),

    writeAnswer: (columns, rows, path) =>
      using(async (connection) => {
        const named = columns.map(({ type }, index) => `c${index} ${storedTypes[type].staged}`);
        await connection.run(`CREATE TEMP TABLE staged (${['place BIGINT', ...named].join(', ')})`);
        const appender = await connection.createAppender('staged');
        let place = 0n;
        for (const row of rows) {
          appender.appendBigInt((place += 1n));
          columns.forEach(({ type }, index) => {
            const value = row[index];
            if (value === undefined || value === null) appender.appendNull();
            else storedTypes[type].append(appender, value);
          });
          appender.endRow();
        }
        appender.closeSync();
        const names = columnNames(columns);
        const made = columns.map(
          ({ type }, index) =>
            `${storedTypes[type].made(`c${index}`)} AS "${(names[index] ?? '').replaceAll('"', '""')}"`,
        );
        await connection.run(
          `COPY (SELECT ${made.join(', ')} FROM staged ORDER BY place) TO ${quoted(path)} ${fileOptions}`,
        );
      }),

    close: database.close,
  };
}

// SPDX-License-Identifier: Apache-2.0
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { Failure } from '../../lambdas/failures.ts';
import type { Answers } from '../../lambdas/ports.ts';
import { type ColumnType, type TableName, tables, type TableRow } from '../../lambdas/archive/tables.ts';

export type Engine = Readonly<{
  /** Writes rows of a table to a Parquet file, over whatever is there. */
  write: (table: TableName, rows: readonly TableRow[], path: string) => Promise<void>;
  /** Reads what a table's files have, one tenant's, without limits: for what was worked out before. */
  read: (table: TableName, files: readonly string[], sql: string) => Promise<Answers['rows']>;
  /** Asks over the files of every table. @throws QueryTooLong */
  ask: (
    files: Readonly<Record<TableName, readonly string[]>>,
    question: Readonly<{ sql: string; values: readonly string[]; limit: number; withinMs: number }>,
  ) => Promise<Answers>;
  close: () => void;
}>;

const stored: Readonly<Record<ColumnType, string>> = {
  varchar: 'VARCHAR',
  bigint: 'BIGINT',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP',
};
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const columnsOf = (table: TableName) => Object.entries(tables[table]) as [string, ColumnType][];

/** A table's rows; one without files has its columns and no row. */
function viewOf(table: TableName, files: readonly string[]): string {
  if (files.length > 0)
    return `SELECT * FROM read_parquet([${files.map(quoted).join(', ')}], hive_partitioning = true, hive_types = {'tenant': VARCHAR, 'day': DATE})`;
  const columns = columnsOf(table).map(([name, type]) => `CAST(NULL AS ${stored[type]}) AS ${name}`);
  return `SELECT ${columns.join(', ')}, CAST(NULL AS VARCHAR) AS tenant, CAST(NULL AS DATE) AS day WHERE false`;
}

/** What the engine gives for a value, as JSON has it. */
function plain(value: DuckDBValue): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return Number(value);
  const instant = (value as { micros?: bigint }).micros;
  return typeof instant === 'bigint' ? new Date(Number(instant / 1000n)).toISOString() : String(value);
}

/**
 * DuckDB, locked down before the first question: it reaches the catalogue's folder and nothing else, loads no
 * extension, and takes no further configuration. Loaded when it is first needed.
 */
export async function openEngine(folder: string): Promise<Engine> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance: DuckDBInstance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '256MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const using = async <Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> => {
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  };
  await using(async (connection) => {
    await connection.run(`SET temp_directory = ${quoted(`${folder}/.spill`)}`);
    await connection.run(`SET allowed_directories = [${quoted(`${folder}/`)}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
  });

  const write: Engine['write'] = (table, rows, path) =>
    using(async (connection) => {
      const columns = columnsOf(table);
      const staged = columns.map(([name, type]) => `${name} ${type === 'instant' ? 'BIGINT' : stored[type]}`);
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
        `COPY (SELECT ${made.join(', ')} FROM staged ORDER BY ALL) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`,
      );
    });

  const read: Engine['read'] = (table, files, sql) =>
    using(async (connection) => {
      await connection.run(`CREATE TEMP VIEW ${table} AS ${viewOf(table, files)}`);
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows().map((row) => row.map(plain));
    });

  const ask: Engine['ask'] = (files, { sql, values, limit, withinMs }) =>
    using(async (connection) => {
      for (const table of Object.keys(files) as TableName[])
        await connection.run(`CREATE TEMP VIEW ${table} AS ${viewOf(table, files[table])}`);
      const time = { isOver: false };
      const timer = setTimeout(() => {
        time.isOver = true;
        connection.interrupt();
      }, withinMs);
      try {
        const reader = await connection.runAndReadAll(`SELECT * FROM (${sql}) LIMIT ${limit + 1}`, [
          ...values,
        ]);
        const rows = reader.getRows().map((row) => row.map(plain));
        return { columns: reader.columnNames(), rows: rows.slice(0, limit), more: rows.length > limit };
      } catch (error) {
        // What the engine says may quote what is in a table.
        throw new Failure(time.isOver ? 'QueryTooLong' : 'Unavailable', error);
      } finally {
        clearTimeout(timer);
      }
    });

  return { write, read, ask, close: () => instance.closeSync() };
}

// SPDX-License-Identifier: Apache-2.0
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export type Database = Readonly<{
  using: <Result>(work: (connection: DuckDBConnection) => Promise<Result>) => Promise<Result>;
  /** One connection that tells how far it is (`progress`): no other can be told to, once the engine is locked. */
  connection: DuckDBConnection;
  close: () => void;
}>;

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * DuckDB in memory, locked down before anything is asked of it: it reaches the given folders and no other file, loads
 * no extension, and takes no further configuration. Loaded when it is first needed.
 */
export async function openDuckDb(
  options: Readonly<{ folders: readonly string[]; memory: string; spill?: string }>,
): Promise<Database> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const { folders, memory, spill = '' } = options;
  const instance: DuckDBInstance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: memory,
    // What does not fit into memory goes there, up to this much: as plain as the catalogue's own files beside it.
    temp_directory: spill,
    max_temp_directory_size: spill === '' ? '0KB' : '1GB',
    // As Athena divides.
    integer_division: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const using: Database['using'] = async (work) => {
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  };
  const connection = await instance.connect();
  for (const setting of [
    `allowed_directories = [${folders.map((folder) => quoted(`${folder}/`)).join(', ')}]`,
    'enable_progress_bar = true',
    'enable_progress_bar_print = false',
    'enable_external_access = false',
    'lock_configuration = true',
  ])
    await connection.run(`SET ${setting}`);
  return {
    using,
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

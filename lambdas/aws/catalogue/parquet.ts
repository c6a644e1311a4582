// SPDX-License-Identifier: Apache-2.0
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { z } from 'zod';
import {
  type Cell,
  columnsOf,
  type ColumnType,
  type TableName,
  type TableRow,
} from '../../archive/tables.ts';
import { Failure } from '../../failures.ts';

/** How a column is stored, so that Athena's tables (lib/record/catalogue.ts) and DuckDB read the same. */
const stored = { varchar: 'STRING', bigint: 'INT64', boolean: 'BOOLEAN', instant: 'TIMESTAMP' } as const;

function outward(type: ColumnType, value: Cell | undefined): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'bigint') return BigInt(value);
  if (type === 'instant') return new Date(Number(value));
  return type === 'boolean' ? value === true : String(value);
}

const Read = z.record(
  z.string(),
  z.union([z.string(), z.boolean(), z.bigint(), z.number(), z.date(), z.null()]),
);

/** The rows of a table as the bytes of one Parquet file, in their order. */
export function writeParquet(table: TableName, rows: readonly TableRow[]): Uint8Array {
  const columnData = columnsOf(table).map(([name, type]) => ({
    name,
    type: stored[type],
    data: rows.map((row) => outward(type, row[name])),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** The rows of a file that `writeParquet` wrote. @throws Malformed for any other */
export async function readParquet(bytes: Uint8Array): Promise<TableRow[]> {
  // A copy of its own: the library reads an ArrayBuffer from its beginning.
  const file = Uint8Array.from(bytes).buffer;
  const found = z.array(Read).safeParse(await parquetReadObjects({ file }).catch(() => undefined));
  if (!found.success) throw new Failure('Malformed');
  return found.data.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value instanceof Date ? value.getTime() : typeof value === 'bigint' ? Number(value) : value,
      ]),
    ),
  );
}

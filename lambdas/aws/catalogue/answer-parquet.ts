// SPDX-License-Identifier: Apache-2.0
import { parquetWriteBuffer } from 'hyparquet-writer';
import { columnNames } from '../../archive/column-names.ts';
import type { AnswerCell, AnswerColumn, AnswerType } from '../../ports.ts';

const stored = {
  varchar: 'STRING',
  bigint: 'INT64',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  // Days are days in every zone: as text nothing can move them.
  date: 'STRING',
  timestamp: 'TIMESTAMP',
} as const satisfies Record<AnswerType, string>;

function outward(type: AnswerType, value: AnswerCell | undefined): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'bigint') return Number.isSafeInteger(Number(value)) ? BigInt(Number(value)) : null;
  if (type === 'double') return Number(value);
  if (type === 'timestamp') return new Date(String(value));
  return type === 'boolean' ? value === true : String(value);
}

/** An answer as the bytes of one Parquet file. What no query may exceed fits into memory. */
export const answerParquet = (
  columns: readonly AnswerColumn[],
  rows: readonly (readonly AnswerCell[])[],
): Uint8Array => {
  const names = columnNames(columns);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ type }, index) => ({
        name: names[index] ?? `c${index}`,
        type: stored[type],
        data: rows.map((row) => outward(type, row[index])),
      })),
    }),
  );
};

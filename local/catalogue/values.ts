// SPDX-License-Identifier: Apache-2.0
import type { DuckDBAppender, DuckDBValue } from '@duckdb/node-api';
import type { AnswerCell, AnswerType } from '../../lambdas/ports.ts';

/** DuckDB's names of types to those of answers; what is not here is told as text. */
export const answerTypes: Readonly<Record<string, AnswerType>> = {
  BOOLEAN: 'boolean',
  TINYINT: 'bigint',
  SMALLINT: 'bigint',
  INTEGER: 'bigint',
  BIGINT: 'bigint',
  HUGEINT: 'bigint',
  FLOAT: 'double',
  DOUBLE: 'double',
  DECIMAL: 'double',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
};

/** What the engine gives for a value, as JSON has it. */
function plain(value: DuckDBValue): AnswerCell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  // JSON has neither infinity nor NaN.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  const { micros, scale } = value as { micros?: bigint; scale?: number };
  if (typeof scale === 'number') return Number(String(value));
  // An interval has months besides.
  if (typeof micros !== 'bigint' || 'months' in value) return String(value);
  const milliseconds = Number(micros / 1000n);
  return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : String(value);
}
export const plainRow = (row: readonly DuckDBValue[]): AnswerCell[] => row.map(plain);

type Stored = Readonly<{
  staged: string;
  append: (to: DuckDBAppender, value: Exclude<AnswerCell, null>) => void;
  made: (column: string) => string;
}>;
const asText: Stored['append'] = (to, value) => to.appendVarchar(String(value));
const cast = (type: string) => (column: string) => `TRY_CAST(${column} AS ${type})`;

/** How a value of each type is written into a file: all but the simplest as text, which the engine reads. */
export const storedTypes: Readonly<Record<AnswerType, Stored>> = {
  varchar: { staged: 'VARCHAR', append: asText, made: (column) => column },
  bigint: { staged: 'VARCHAR', append: asText, made: cast('BIGINT') },
  double: { staged: 'VARCHAR', append: asText, made: cast('DOUBLE') },
  boolean: {
    staged: 'BOOLEAN',
    append: (to, value) => to.appendBoolean(value === true),
    made: (column) => column,
  },
  date: { staged: 'VARCHAR', append: asText, made: cast('DATE') },
  timestamp: { staged: 'VARCHAR', append: asText, made: cast('TIMESTAMP') },
};

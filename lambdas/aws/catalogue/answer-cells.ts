// SPDX-License-Identifier: Apache-2.0
import type { ColumnInfo, Row } from '@aws-sdk/client-athena';
import type { AnswerCell, AnswerColumn, AnswerType } from '../../ports.ts';

/** Athena's names of types to those of answers; what is not here is told as text. */
const types: Readonly<Record<string, AnswerType>> = {
  boolean: 'boolean',
  tinyint: 'bigint',
  smallint: 'bigint',
  integer: 'bigint',
  bigint: 'bigint',
  real: 'double',
  float: 'double',
  double: 'double',
  decimal: 'double',
  date: 'date',
  timestamp: 'timestamp',
};

export const columnsFrom = (found: readonly ColumnInfo[]): AnswerColumn[] =>
  found.map(({ Name = '', Type = '' }) => ({
    name: Name,
    type: types[Type.replace(/\(.*/, '').toLowerCase()] ?? 'varchar',
  }));

/** Athena gives every value as text; nothing at all where it is null. */
function cell(type: AnswerType, value: string | undefined): AnswerCell {
  if (value === undefined) return null;
  if (type === 'boolean') return value === 'true';
  if (type === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (type === 'double') return Number.isFinite(Number(value)) ? Number(value) : value;
  if (type !== 'timestamp') return value;
  // `2026-05-04 10:20:30.123`, in UTC, with as many decimals as it has.
  const instant = Date.parse(`${value.slice(0, 23).replace(' ', 'T')}Z`);
  return Number.isNaN(instant) ? value : new Date(instant).toISOString();
}

export const cellsOf = (columns: readonly AnswerColumn[], { Data = [] }: Row): AnswerCell[] =>
  columns.map(({ type }, index) => cell(type, Data[index]?.VarCharValue));

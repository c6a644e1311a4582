// SPDX-License-Identifier: Apache-2.0
import Table from 'cli-table3';

export type Cell = string | number;
/** What one measurement gives: a table, with what it is to reach where somebody asked for it. */
export type Measured = Readonly<{
  title: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** What the reader must know to trust the figures. */
  notes?: readonly string[];
}>;

/** Three figures that count; whole numbers from a hundred. */
export function figure(value: Cell): string {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

export function printTable({ title, head, rows, notes = [] }: Measured): void {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, index) => (index === 0 ? 'left' : 'right')),
    style: { head: [], border: [] },
  });
  for (const row of rows) table.push(row.map(figure));
  console.log(`\n${title}\n${table.toString()}`);
  for (const note of notes) console.log(`  ${note}`);
}

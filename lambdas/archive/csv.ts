// SPDX-License-Identifier: Apache-2.0
import { columnNames } from './column-names.ts';

type Cell = string | number | boolean | null;
type Pages = AsyncIterable<readonly (readonly Cell[])[]>;

/** Spreadsheets take what begins like this for a formula, and run it: blanks before it are skipped by some. */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** A value as RFC 4180 wants it. A text that a spreadsheet would run gets an apostrophe before it, which shows it as text. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}
const line = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`;

/** An answer as CSV (RFC 4180), with a header; an empty field is NULL, two quotes an empty text. */
export async function* csvOf(
  columns: readonly Readonly<{ name: string }>[],
  pages: Pages,
): AsyncGenerator<string, void, undefined> {
  yield line(columnNames(columns));
  for await (const rows of pages) if (rows.length > 0) yield rows.map(line).join('');
}

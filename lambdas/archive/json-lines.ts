// SPDX-License-Identifier: Apache-2.0
import { columnNames } from './column-names.ts';

type Cell = string | number | boolean | null;

/** An answer as JSON lines: an object a row. */
export async function* jsonLinesOf(
  columns: readonly Readonly<{ name: string }>[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string, void, undefined> {
  const names = columnNames(columns);
  for await (const rows of pages)
    if (rows.length > 0)
      yield rows
        .map(
          (row) =>
            `${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))}\n`,
        )
        .join('');
}

// SPDX-License-Identifier: Apache-2.0
import type { AnswerCell, Catalogue, QueryRef } from '../ports.ts';
import { answerParquet } from './catalogue/answer-parquet.ts';
import type { CatalogueAsking } from './catalogue/asking-athena.ts';

/** The answer as one Parquet file, read a page at a time and written at once: its size is bounded. */
export const parquetOf =
  ({ poll, page }: CatalogueAsking): NonNullable<Catalogue['parquet']> =>
  async (ref: QueryRef) => {
    const { columns = [] } = await poll(ref);
    const rows: (readonly AnswerCell[])[] = [];
    let after: string | undefined;
    do {
      const found = await page(ref, 999, after);
      rows.push(...found.rows);
      after = found.next;
    } while (after !== undefined);
    return (async function* () {
      yield answerParquet(columns, rows);
    })();
  };

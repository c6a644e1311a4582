// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { csvOf } from '../archive/csv.ts';
import { jsonLinesOf } from '../archive/json-lines.ts';
import type { AnswerCell, Catalogue, QueryRef } from '../ports.ts';
import { failureCode, ownQuery } from './archive-query.ts';
import { operation } from './operation.ts';
import { Problem } from './problems.ts';
import { QueryParamsSchema } from './query-archive.ts';

export const exportTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
} as const;
export type ExportFormat = keyof typeof exportTypes;
const formats = Object.keys(exportTypes) as [ExportFormat, ...ExportFormat[]];

/** All rows of an answer, a thousand at a time. */
async function* rowsOf(
  catalogue: Catalogue,
  ref: QueryRef,
): AsyncGenerator<readonly (readonly AnswerCell[])[], void, undefined> {
  let after: string | undefined;
  do {
    const page = await catalogue.page(ref, 1000, after);
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
}
async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

/** GET /v1/archive/queries/{queryId}/export: the whole answer as a file. */
export const exportQuery = operation({
  id: 'exportQuery',
  method: 'GET',
  path: '/v1/archive/queries/{queryId}/export',
  summary: 'The whole answer of a query as a file: CSV (RFC 4180, formulas defused), JSON lines or Parquet.',
  groups: ['compliance'],
  params: QueryParamsSchema,
  query: z.strictObject({ format: z.enum(formats) }),
  replies: {
    200: { description: 'The file.', contentType: 'text/csv', schema: z.string() },
  },
  handle: (ports) => async (call) => {
    const { format } = call.query;
    const { ref, status, catalogue } = await ownQuery(ports, call.principal, call.params.queryId);
    const failed = failureCode(status);
    if (failed !== undefined) throw new Problem(failed);
    if (status.state === 'cancelled') throw new Problem('query-cancelled');
    if (status.state !== 'succeeded') throw new Problem('query-running');
    const columns = status.columns ?? [];
    let stream: AsyncIterable<Uint8Array>;
    if (format === 'csv') stream = encoded(csvOf(columns, rowsOf(catalogue, ref)));
    else if (format === 'jsonl') stream = encoded(jsonLinesOf(columns, rowsOf(catalogue, ref)));
    else if (catalogue.parquet === undefined) throw new Problem('no-parquet');
    else stream = await catalogue.parquet(ref);
    return {
      status: 200,
      headers: {
        'content-type': exportTypes[format],
        'content-disposition': `attachment; filename="archive-query.${format}"`,
      },
      stream,
    };
  },
});

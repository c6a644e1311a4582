// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type QueryView, QueryViewSchema } from '../../lambdas/api/archive-query.ts';
import { type Caller, Refused } from './caller.ts';
import { exitCodes } from './usage-error.ts';

export type Answer = Readonly<{
  queryId: string;
  columns: readonly Readonly<{ name: string; type: string }>[];
  rows: readonly (readonly (string | number | boolean | null)[])[];
  total: number;
  more: boolean;
}>;

/** Says on the terminal how far a query is, in one line that is written over. */
function progress({ state, elapsedMs, percent, scannedBytes }: QueryView): void {
  if (!process.stderr.isTTY) return;
  const read = scannedBytes === undefined ? '' : `, ${(scannedBytes / 1e6).toFixed(1)} MB read`;
  const share = percent === undefined ? read : `, ${Math.floor(percent)} %`;
  process.stderr.write(`\r${state}, ${Math.round(elapsedMs / 1000)} s${share} … (Ctrl-C stops it) `);
}
const clear = () => {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
};

/**
 * Asks the archive and waits until it has answered, saying how far it is; stopping the command stops the query.
 * @param most rows that are wanted here; all of the answer without. @throws Refused
 */
export async function askArchive(call: Caller, body: object, most: { rows?: number } = {}): Promise<Answer> {
  const page = Math.min(1000, most.rows ?? 1000);
  const begun = z.parse(
    QueryViewSchema,
    await call('POST', '/v1/archive/queries', { body: { ...body, page }, headers: { prefer: 'wait=1' } }),
  );
  const path = `/v1/archive/queries/${begun.queryId}`;
  const stop = () => {
    void call('DELETE', path).finally(() => process.exit(130));
  };
  process.once('SIGINT', stop);
  try {
    let view = begun;
    while (view.state === 'queued' || view.state === 'running') {
      progress(view);
      view = z.parse(
        QueryViewSchema,
        await call('GET', `${path}?limit=${page}`, { headers: { prefer: 'wait=1' } }),
      );
    }
    clear();
    if (view.state !== 'succeeded')
      throw new Refused(view.failure?.detail ?? 'The query was stopped.', exitCodes.failed);
    const rows = [...(view.rows ?? [])];
    let { next } = view;
    while (next !== undefined && rows.length < (most.rows ?? Infinity)) {
      const more = z.parse(
        QueryViewSchema,
        await call('GET', `${path}?limit=${page}&after=${encodeURIComponent(next)}`),
      );
      rows.push(...(more.rows ?? []));
      next = more.next;
    }
    return {
      queryId: view.queryId,
      columns: view.columns ?? [],
      rows,
      total: view.total ?? rows.length,
      more: view.more ?? false,
    };
  } finally {
    process.off('SIGINT', stop);
  }
}

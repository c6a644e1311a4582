// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type QueryView, QueryViewSchema } from '../../lambdas/api/archive-query.ts';
import { type Caller, Refused } from './caller.ts';
import { clearProgress, sayProgress } from './progress.ts';
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
  const read = scannedBytes === undefined ? '' : `, ${(scannedBytes / 1e6).toFixed(1)} MB read`;
  const share = percent === undefined ? read : `, ${Math.floor(percent)} %`;
  sayProgress(`${state}, ${Math.round(elapsedMs / 1000)} s${share} … (Ctrl-C stops it)`);
}

type Most = Readonly<{ rows?: number }>;
const pageOf = ({ rows }: Most) => Math.min(1000, rows ?? 1000);
/** Soon enough to say how far it is. */
export const soon = { prefer: 'wait=1' };

/**
 * Asks the archive, and waits as `answerTo` does.
 * @param most rows that are wanted here; all of the answer without. @throws Refused
 */
export async function askArchive(call: Caller, body: object, most: Most = {}): Promise<Answer> {
  const asked = { body: { ...body, page: pageOf(most) }, headers: soon };
  return answerTo(call, z.parse(QueryViewSchema, await call('POST', '/v1/archive/queries', asked)), most);
}

/** Waits until a query has its answer, saying how far it is; stopping the command stops the query. @throws Refused */
export async function answerTo(call: Caller, begun: QueryView, most: Most = {}): Promise<Answer> {
  const page = pageOf(most);
  const path = `/v1/archive/queries/${begun.queryId}`;
  const stop = () => {
    clearProgress();
    process.stderr.write('Stopping the query …\n');
    void call('DELETE', path).finally(() => process.exit(130));
  };
  process.once('SIGINT', stop);
  try {
    let view = begun;
    while (view.state === 'queued' || view.state === 'running') {
      progress(view);
      view = z.parse(QueryViewSchema, await call('GET', `${path}?limit=${page}`, { headers: soon }));
    }
    clearProgress();
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

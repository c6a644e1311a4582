// SPDX-License-Identifier: Apache-2.0
import type { Api } from '../../api/client.ts';
import type { QueryView } from '../../../../lambdas/api/archive-query.ts';

/** What is asked: a question by name, or SQL. */
export type Asked = Readonly<
  { question: string; parameters: Readonly<Record<string, string>> } | { sql: string }
>;
export type Answer = QueryView;

/** Rows that are shown at once. */
export const pageRows = 50;
/** Long enough for most, short enough for those who watch how far it is. */
const patience = { headers: { prefer: 'wait=2' } };
const isOver = ({ state }: Answer) => state !== 'queued' && state !== 'running';

/**
 * Asks, and looks again until there is an answer; `told` hears of every state in between. What the reader has stopped is
 * stopped at the server too.
 * @throws ApiProblem
 */
export async function askQuery(
  api: Api,
  asked: Asked,
  told: (answer: Answer) => void,
  signal: AbortSignal,
): Promise<Answer> {
  let answer = await api.post<Answer>('/v1/archive/queries', { ...asked, page: pageRows }, patience);
  told(answer);
  const path = `/v1/archive/queries/${answer.queryId}`;
  while (!isOver(answer)) {
    if (signal.aborted) return api.remove<Answer>(path);
    answer = await api
      .get<Answer>(path, { ...patience, query: { limit: pageRows }, signal })
      .catch((thrown: unknown) => {
        if (!signal.aborted) throw thrown;
        return answer;
      });
    told(answer);
  }
  return answer;
}

/** A further page of an answer. @throws ApiProblem */
export const readPage = (api: Api, queryId: string, after: string | undefined): Promise<Answer> =>
  api.get(`/v1/archive/queries/${queryId}`, { query: { limit: pageRows, after } });

// SPDX-License-Identifier: Apache-2.0
import type { Api } from '../../api/client.ts';
import type { CaseFilter } from '../../../../lambdas/api/case-search.ts';
import type { QueryView } from '../../../../lambdas/api/archive-query.ts';

/** What is asked: a question by name, SQL, or all that a search finds. */
export type Asked = Readonly<
  | { question: string; parameters: Readonly<Record<string, string>> }
  | { sql: string }
  | { search: CaseFilter }
>;
export type Answer = QueryView;

/** Rows that are shown at once. */
export const pageRows = 50;
/** Long enough for most, short enough for those who watch how far it is. */
export const patience = { headers: { prefer: 'wait=2' } };
const isOver = ({ state }: Answer) => state !== 'queued' && state !== 'running';

/** Asks. @throws ApiProblem */
export const beginQuery = (api: Api, asked: Asked): Promise<Answer> =>
  api.post<Answer>('/v1/archive/queries', { ...asked, page: pageRows }, patience);

/**
 * Looks again until there is an answer; `told` hears of every state in between. What the reader has stopped is stopped at
 * the server too.
 * @throws ApiProblem
 */
export async function awaitAnswer(
  api: Api,
  begun: Answer,
  told: (answer: Answer) => void,
  signal: AbortSignal,
): Promise<Answer> {
  let answer = begun;
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

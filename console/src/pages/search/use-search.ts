// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'react';
import type { CaseFilter } from '../../../../lambdas/api/case-search.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';
import { awaitAnswer, beginQuery } from '../ask-archive/query.ts';
import { exportAnswer, type Format } from '../ask-archive/export-answer.ts';

type Cell = string | number | boolean | null;
/** A case as POST /v1/archive/search tells of it: columns of the catalogue. */
export type FoundRow = Readonly<Record<string, Cell>> & Readonly<{ case_id: string; accepted_at: string }>;
type Found = Readonly<{ items: readonly FoundRow[]; next?: string }>;

/** Cases of a page. */
const pageLength = 50;

type State = Readonly<{
  busy?: 'searching' | 'saving';
  filter?: CaseFilter;
  found?: Found;
  problem?: ApiProblem;
  /** Where the pages up to the one that is shown begin; the first at the beginning. */
  starts: readonly (string | undefined)[];
}>;
const asProblem = (thrown: unknown) => (thrown instanceof ApiProblem ? thrown : new ApiProblem(0));

/** One search at a time, page by page; what is looked for is in bodies only. */
export function useSearch() {
  const api = useApi();
  const [state, setState] = useState<State>({ starts: [undefined] });
  const latest = useRef(0);

  const read = async (filter: CaseFilter, starts: State['starts']): Promise<void> => {
    const mine = (latest.current += 1);
    const settle = (next: State) => {
      // A later search has taken its place.
      if (latest.current === mine) setState(next);
    };
    setState((before) => ({ ...before, busy: 'searching' }));
    const body = { filter, limit: pageLength, after: starts.at(-1) };
    await api.post<Found>('/v1/archive/search', body).then(
      (found) => settle({ filter, found, starts }),
      (thrown: unknown) => settle({ problem: asProblem(thrown), starts: [undefined] }),
    );
  };
  /** Turns to a page that has been seen, or to the one after this. */
  const turnTo = async (to: number): Promise<void> => {
    const { filter, found, starts } = state;
    if (filter !== undefined) await read(filter, [...starts, found?.next].slice(0, to));
  };
  /** Saves all that the search finds as a file, or shows why not. */
  const save = async (format: Format): Promise<void> => {
    const { filter } = state;
    if (filter === undefined) return;
    setState((before) => ({ ...before, busy: 'saving' }));
    // Somebody may have searched on meanwhile: what is shown then stays.
    const saved = (problem: Pick<State, 'problem'>) =>
      setState(({ busy, problem: _before, ...shown }) => ({
        ...shown,
        ...(busy === 'searching' ? { busy } : {}),
        ...problem,
      }));
    try {
      const stay = new AbortController().signal;
      const begun = await beginQuery(api, { search: filter });
      const answer = await awaitAnswer(api, begun, () => undefined, stay);
      if (answer.failure !== undefined) throw new ApiProblem(422, answer.failure);
      await exportAnswer(api, answer.queryId, format);
      saved({});
    } catch (thrown) {
      saved({ problem: asProblem(thrown) });
    }
  };
  return {
    ...state,
    search: (filter: CaseFilter) => read(filter, [undefined]),
    turnTo,
    save,
    page: state.starts.length,
  };
}

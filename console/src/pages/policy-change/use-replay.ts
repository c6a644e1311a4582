// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReplayedView } from '../../../../lambdas/api/replay-policy.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';

/** A policy, or its name, and the days of the cases. */
export type Tried = Readonly<{ policy: unknown; from: string; to: string }>;
type Page = Readonly<{ items: readonly ReplayedView[]; next?: string }>;
type State = Readonly<{
  items: readonly ReplayedView[];
  state: 'idle' | 'running' | 'stopped' | 'done';
  problem?: ApiProblem;
}>;

/** Cases of a call: each is screened again, which takes a moment. */
const pageLength = 50;

/** Tries a policy, page by page, until all cases were looked at or somebody stops it. Leaving the page stops it. */
export function useReplay() {
  const api = useApi();
  const [state, setState] = useState<State>({ items: [], state: 'idle' });
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const start = async (tried: Tried): Promise<void> => {
    stop();
    const { signal } = (running.current = new AbortController());
    const items: ReplayedView[] = [];
    let after: string | undefined;
    try {
      do {
        setState({ items: [...items], state: 'running' });
        const body = { ...tried, limit: pageLength, after };
        const page = await api.post<Page>('/v1/archive/replays', body, { signal });
        items.push(...page.items);
        after = page.next;
      } while (after !== undefined);
      setState({ items, state: 'done' });
    } catch (thrown) {
      if (signal.aborted) setState({ items, state: 'stopped' });
      else
        setState({
          items,
          state: 'stopped',
          problem: thrown instanceof ApiProblem ? thrown : new ApiProblem(0),
        });
    }
  };
  return { ...state, start, stop };
}

// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';
import { type Answer, type Asked, awaitAnswer, beginQuery, readPage } from './query.ts';

type State = Readonly<{
  /** Set while something runs. */
  since?: number;
  answer?: Answer;
  problem?: ApiProblem;
  /** Cursors of the pages up to the one that is shown; the first has none. */
  cursors: readonly (string | undefined)[];
}>;
const asProblem = (thrown: unknown) => (thrown instanceof ApiProblem ? thrown : new ApiProblem(0));

/** One query at a time: ask, stop, and turn the pages of the answer. Leaving the page stops it. */
export function useQuery() {
  const api = useApi();
  const [state, setState] = useState<State>({ cursors: [undefined] });
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  /** Asks something, or goes on with what somebody else has begun; without a query there is no answer. */
  const ask = useCallback(
    async (asked: Asked | (() => Promise<Answer | undefined>)) => {
      stop();
      const controller = new AbortController();
      running.current = controller;
      const mine = (next: State) => {
        if (running.current === controller) setState(next);
      };
      const since = Date.now();
      mine({ since, cursors: [undefined] });
      const told = (answer: Answer) => mine({ since, answer, cursors: [undefined] });
      try {
        const begun = await (typeof asked === 'function' ? asked() : beginQuery(api, asked));
        if (begun === undefined) mine({ cursors: [undefined] });
        else
          mine({
            answer: await awaitAnswer(api, begun, told, controller.signal),
            cursors: [undefined],
          });
      } catch (thrown) {
        mine({ problem: asProblem(thrown), cursors: [undefined] });
      }
    },
    [api, stop],
  );

  /** Turns to a page that has been seen, or to the one after this. */
  const turnTo = async (to: number) => {
    const { answer } = state;
    if (answer === undefined) return;
    const cursors = [...state.cursors, answer.next].slice(0, to);
    await readPage(api, answer.queryId, cursors.at(-1)).then(
      (page) => setState({ answer: page, cursors }),
      (thrown: unknown) => setState({ ...state, problem: asProblem(thrown) }),
    );
  };
  return { ...state, ask, stop, turnTo, page: state.cursors.length };
}

// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from './problem.ts';

export type Loaded<T> = Readonly<{
  /** The newest that was read; stays while it is read again. */
  value: T | undefined;
  problem: ApiProblem | undefined;
  loading: boolean;
  /** Reads it now. */
  again: () => Promise<void>;
  /** Puts in what a call has just answered. */
  put: (value: T) => void;
}>;

type State<T> = Readonly<{ key: string | undefined; value?: T; problem?: ApiProblem; loading: boolean }>;

const asProblem = (thrown: unknown): ApiProblem =>
  thrown instanceof ApiProblem ? thrown : new ApiProblem(0);

/**
 * Reads something from the API when the page opens and whenever `key` changes; an answer to an earlier question never takes
 * the place of a later one's. `read` is the reader for the current key; without a key nothing is read.
 */
export function useLoad<T>(key: string | undefined, read: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<State<T>>({ key, loading: true });
  const reader = useRef(read);
  const turn = useRef(0);
  const asking = useRef<AbortController>(undefined);
  useEffect(() => {
    reader.current = read;
  });
  const again = useCallback(async () => {
    if (key === undefined) return;
    const mine = (turn.current += 1);
    asking.current?.abort();
    const controller = new AbortController();
    asking.current = controller;
    const settle = (next: Partial<State<T>>) => {
      if (turn.current === mine && !controller.signal.aborted)
        setState((before) => ({
          ...(before.key === key && before.value !== undefined ? { value: before.value } : {}),
          ...next,
          key,
          loading: false,
        }));
    };
    await reader.current(controller.signal).then(
      (value) => settle({ value }),
      (thrown: unknown) => settle({ problem: asProblem(thrown) }),
    );
  }, [key]);
  useEffect(() => {
    void again();
    return () => asking.current?.abort();
  }, [again]);
  const put = useCallback(
    (value: T) => {
      turn.current += 1;
      setState({ key, value, loading: false });
    },
    [key],
  );
  const current = state.key === key;
  return {
    value: current ? state.value : undefined,
    problem: current ? state.problem : undefined,
    loading: key !== undefined && (current ? state.loading : true),
    again,
    put,
  };
}

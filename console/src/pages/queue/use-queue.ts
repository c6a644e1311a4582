// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Facet } from '../../../../lambdas/api/queue-filter.ts';
import type { QueueCounts, QueuePart } from '../../api/shapes.ts';
import { type Liveness, useLive } from '../../api/use-live.ts';
import { type Loaded, useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';

export const pageLength = 50;
/** Changes are read together, so often at most. Milliseconds. */
const gatherFor = 500;

export type Queue = Readonly<{
  part: Loaded<QueuePart>;
  counts: QueueCounts | undefined;
  liveness: Liveness;
  /** From 1. */
  page: number;
  turnTo: (page: number) => void;
  /** Reads the page and the counts again. */
  again: () => void;
}>;

/** A page of the queue under a filter, read again when something changes. */
export function useQueue(filter: Readonly<Partial<Record<Facet, string>>>): Queue {
  const api = useApi();
  const key = JSON.stringify(filter);
  // Where each page begins; the first begins at the beginning. Another filter begins anew.
  const [turned, setTurned] = useState<{ key: string; starts: readonly string[]; page: number }>();
  const { starts, page } = turned?.key === key ? turned : { starts: [], page: 1 };
  const after = page === 1 ? undefined : starts[page - 2];
  const part = useLoad(`${key} ${after ?? ''}`, (signal) =>
    api.get<QueuePart>('/v1/reviews', { query: { ...filter, limit: pageLength, after }, signal }),
  );
  const counts = useLoad(key, (signal) =>
    api.get<QueueCounts>('/v1/reviews/counts', { query: filter, signal }),
  );

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readPart = part.again;
  const readCounts = counts.again;
  const again = useCallback(() => {
    // Not put off by what comes meanwhile, or a busy queue would never be read.
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void readPart();
      void readCounts();
    }, gatherFor);
  }, [readPart, readCounts]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [again],
  );
  const liveness = useLive(again);

  const next = part.value?.next;
  const turnTo = (to: number) => {
    const known = next === undefined ? starts : [...starts.slice(0, page - 1), next];
    if (to >= 1 && to <= known.length + 1) setTurned({ key, starts: known, page: to });
  };
  return { part, counts: counts.value, liveness, page, turnTo, again };
}

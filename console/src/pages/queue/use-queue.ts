// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef } from 'react';
import type { Facet } from '../../../../lambdas/api/queue-filter.ts';
import type { QueueCounts, QueuePart } from '../../api/shapes.ts';
import { type Liveness, useLive } from '../../api/use-live.ts';
import { type Loaded, useLoad } from '../../api/use-load.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';
import { useApi } from '../../context.ts';

export const pageLength = 50;
/** Changes are read together, so often at most. Milliseconds. */
const gatherFor = 500;

export type Queue = Readonly<{
  part: Loaded<QueuePart>;
  counts: QueueCounts | undefined;
  liveness: Liveness;
  pages: Pages;
  /** Reads the page and the counts again. */
  again: () => void;
}>;

/** A page of the queue under a filter, read again when something changes. */
export function useQueue(filter: Readonly<Partial<Record<Facet, string>>>): Queue {
  const api = useApi();
  const key = JSON.stringify(filter);
  const pages = usePages(key);
  const { after } = pages;
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

  return { part, counts: counts.value, liveness, pages, again };
}

// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';

export type Pages = Readonly<{
  /** From 1. */
  page: number;
  /** The cursor of this page; undefined for the first. */
  after: string | undefined;
  /** Turns to a page that has been seen, or to the one after this, which begins at `next`. */
  turnTo: (page: number, next: string | undefined) => void;
}>;

/** Pages of a list whose answers say where the next begins. Another `key` begins anew. */
export function usePages(key: string): Pages {
  // Where each page begins; the first begins at the beginning.
  const [turned, setTurned] = useState<{ key: string; starts: readonly string[]; page: number }>();
  const { starts, page } = turned?.key === key ? turned : { starts: [], page: 1 };
  const turnTo = (to: number, next: string | undefined) => {
    const known = next === undefined ? starts : [...starts.slice(0, page - 1), next];
    if (to >= 1 && to <= known.length + 1) setTurned({ key, starts: known, page: to });
  };
  return { page, after: page === 1 ? undefined : starts[page - 2], turnTo };
}

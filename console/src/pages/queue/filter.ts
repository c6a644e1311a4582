// SPDX-License-Identifier: Apache-2.0
import type { Facet, Filter } from '../../../../lambdas/api/queue-filter.ts';
import { queue as words } from '../../words/queue.ts';

export const facets = Object.keys(words.filter) as Facet[];

/** The filters in a page's address: codes only. What the API does not know it refuses. */
export const filterIn = (search: URLSearchParams): Readonly<Partial<Record<Facet, string>>> =>
  Object.fromEntries(
    facets.flatMap((facet): [keyof Filter, string][] => {
      const value = search.get(facet);
      return value === null || value === '' ? [] : [[facet, value]];
    }),
  );

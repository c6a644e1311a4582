// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import type { CaseSummary, CaseView } from '../../../../lambdas/api/case-view.ts';
import { type Loaded, useLoad } from '../../api/use-load.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';
import { useApi } from '../../context.ts';

type Part = Readonly<{ items: readonly CaseSummary[]; next?: string }>;
export type Earlier = Readonly<{ part: Loaded<Part>; pages: Pages }>;

/** Requests on a page. */
const pageLength = 10;

/** One's own requests, a page at a time, read again when the case that is followed has moved. */
export function useEarlier(followed: CaseView | undefined): Earlier {
  const api = useApi();
  const pages = usePages('');
  const { after } = pages;
  const part = useLoad(after ?? '', (signal) =>
    api.get<Part>('/v1/requests', { query: { limit: pageLength, after }, signal }),
  );
  const { again } = part;
  const { caseId, status } = followed ?? {};
  useEffect(() => {
    if (status !== undefined) void again();
  }, [again, caseId, status]);
  return { part, pages };
}

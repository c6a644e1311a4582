// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import { useLoad } from '../../api/use-load.ts';
import { codeOf } from '../../api/problem.ts';
import { serverNow } from '../../api/server-time.ts';
import { useApi } from '../../context.ts';
import { bodyOf, type DraftEdit, type Edited, editedFrom } from './edit.ts';

type Draft = Readonly<{ revision: string; at: string; edit?: DraftEdit }>;
export type Saved = Readonly<{ state: 'none' | 'saving' | 'saved' | 'failed'; at?: string }>;

/** After so long without typing a draft is kept, milliseconds. */
const restFor = 800;

/** The signed-in person's draft of this revision: undefined while it is looked for, null where there is none. */
export function useKeptDraft(view: ReviewView): Edited | null | undefined {
  const api = useApi();
  const key =
    view.decided === undefined && view.texts !== undefined ? `${view.caseId} ${view.revision}` : undefined;
  const { value, problem } = useLoad(key, (signal) =>
    api.get<Draft>(`/v1/reviews/${view.caseId}/draft`, { signal }),
  );
  if (key === undefined || problem !== undefined) return null;
  if (value === undefined) return undefined;
  return (value.revision === view.revision && value.edit && editedFrom(view, value.edit)) || null;
}

/** A claim with less left than this is renewed while its holder writes, milliseconds. */
const renewBelow = 5 * 60_000;

/**
 * Keeps what is typed in the vault, soon after it is typed. A kept draft outlives the page and the sign-in; the claim of somebody
 * who writes does not run out.
 */
export function useDraftKeeper(view: ReviewView, renewed: () => Promise<void>) {
  const api = useApi();
  const [saved, setSaved] = useState<Saved>({ state: 'none' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const newest = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const path = `/v1/reviews/${view.caseId}/draft`;
  const renew = async () => {
    const { claim } = view;
    if (claim?.mine !== true || Date.parse(claim.until) - serverNow() > renewBelow) return;
    await api.post(`/v1/reviews/${view.caseId}/claim`).catch(() => undefined);
    await renewed();
  };
  const keep = (edited: Edited) => {
    clearTimeout(timer.current);
    const turn = (newest.current += 1);
    const settle = (next: Saved) => {
      if (newest.current === turn) setSaved(next);
    };
    timer.current = setTimeout(() => {
      setSaved({ state: 'saving' });
      const body = { revision: view.revision, decision: 'edit', edit: bodyOf(view, edited) };
      api.put(path, body).then(
        () => {
          settle({ state: 'saved', at: new Date().toISOString() });
          void renew();
        },
        (thrown: unknown) => settle({ state: codeOf(thrown) === undefined ? 'none' : 'failed' }),
      );
    }, restFor);
  };
  const forget = useCallback(async () => {
    clearTimeout(timer.current);
    newest.current += 1;
    setSaved({ state: 'none' });
    await api.remove(path).catch(() => undefined);
  }, [api, path]);
  return { saved, keep, forget };
}

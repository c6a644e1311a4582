// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useDesk } from '../../context.ts';
import { useTell } from '../../frame/notices.tsx';
import { inZone } from '../../frame/when.tsx';
import { againstApproval, type Decision, refusalOf } from './decide.ts';
import { canEdit } from './edit.ts';
import { type Selected, selectedText } from './selected.ts';

/** What stands over the page. */
export type Open =
  Readonly<{ what: Decision }> | Readonly<{ what: 'missed'; selected: Selected | undefined }> | undefined;

export type Acts = Readonly<{
  claim: () => Promise<void>;
  giveBack: () => Promise<void>;
  /** Undefined where it cannot be done; `against` says why. */
  approve: (() => void) | undefined;
  against: string | undefined;
  edit: (() => void) | undefined;
  reject: () => void;
  more: (id: string) => void;
}>;

/** What the holder of a claim can do; every one of these the API decides once more. */
export function useActs(view: ReviewView | undefined, again: () => Promise<void>, beginEdit: () => void) {
  const { api, who } = useDesk();
  const tell = useTell();
  const [open, setOpen] = useState<Open>();
  const caseId = view?.caseId ?? '';
  const doing = (call: () => Promise<unknown>) => async (): Promise<void> => {
    try {
      await call();
      tell('review', undefined);
    } catch (thrown) {
      const problem = thrown instanceof ApiProblem ? thrown : new ApiProblem(0);
      tell('review', { type: 'error', text: refusalOf(problem, inZone) });
    }
    await again();
  };
  const claim = doing(() => api.post(`/v1/reviews/${caseId}/claim`));
  const giveBack = doing(() => api.remove(`/v1/reviews/${caseId}/claim`));
  const against = view === undefined ? undefined : againstApproval(view, who.subject);
  const missed = () => setOpen({ what: 'missed', selected: selectedText() });
  const acts: Acts = {
    claim,
    giveBack,
    approve: against === undefined ? () => setOpen({ what: 'approve' }) : undefined,
    against,
    edit: view !== undefined && canEdit(view) ? beginEdit : undefined,
    reject: () => setOpen({ what: 'reject' }),
    more: (id) => {
      if (id === 'retry') setOpen({ what: 'retry' });
      else if (id === 'missed') missed();
      else void (id === 'claim' ? claim() : giveBack());
    },
  };
  return { acts, open, setOpen };
}

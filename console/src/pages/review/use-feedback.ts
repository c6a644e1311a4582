// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import type { Finding } from '../../../../lambdas/records/finding.ts';
import type { feedbackKinds } from '../../../../lambdas/records/review.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';
import { useTell } from '../../frame/notices.tsx';

/** Where in which text what was found wrongly, or missed. Never the words. */
type Said = Readonly<{ says: (typeof feedbackKinds)[number]; slot: number }> &
  Pick<Finding, 'type' | 'start' | 'end'>;

/** Says what the detection got wrong, tells that it is kept, and closes; or keeps the problem to be shown. */
export function useFeedback(
  { caseId, revision }: Pick<ReviewView, 'caseId' | 'revision'>,
  { done, close }: Readonly<{ done: string; close: () => void }>,
) {
  const api = useApi();
  const tell = useTell();
  const [problem, setProblem] = useState<ApiProblem>();
  const send = async (said: Said) => {
    setProblem(undefined);
    try {
      await api.post(`/v1/reviews/${caseId}/feedback`, { revision, ...said });
      tell('feedback', { type: 'success', text: done });
      close();
    } catch (thrown) {
      setProblem(thrown instanceof ApiProblem ? thrown : new ApiProblem(0));
    }
  };
  return { send, problem };
}

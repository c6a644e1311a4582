// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import { useParams } from 'react-router';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import { useLive } from '../../api/use-live.ts';
import { useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';
import { PageLoading } from '../../frame/page-loading.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { review as words } from '../../words/review.ts';
import { Desk } from './desk.tsx';

/** One review, read again whenever something happens to it. */
export function ReviewPage() {
  const { caseId = '' } = useParams();
  const api = useApi();
  const loaded = useLoad(caseId, (signal) => api.get<ReviewView>(`/v1/reviews/${caseId}`, { signal }));
  const { value, problem, again } = loaded;
  useLive((event) => {
    if (event.kind === 'reset' || event.caseId === caseId) void again();
  });
  if (problem?.code === 'not-found') return <Alert type="warning">{words.gone}</Alert>;
  if (value === undefined)
    return problem === undefined ? <PageLoading /> : <ProblemAlert problem={problem} again={again} />;
  return <Desk key={caseId} view={value} again={again} />;
}

// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { CaseView } from '../../../../lambdas/api/case-view.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';
import { PageLoading } from '../../frame/page-loading.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { request as words } from '../../words/request.ts';
import { titles } from '../../words/titles.ts';
import { CasePanel } from './case-panel.tsx';
import { bodyOf, type Draft, emptyDraft } from './draft.ts';
import { RequestForm } from './request-form.tsx';
import { EarlierTable } from './earlier-table.tsx';
import { useCase } from './use-case.ts';
import { useEarlier } from './use-earlier.ts';

type Policies = Readonly<{ data: readonly { id: string }[] }>;

/** What a new user sees first: ask, watch what happens, read the answer. */
export function RequestPage() {
  const { caseId } = useParams();
  const api = useApi();
  const navigate = useNavigate();
  const policies = useLoad('policies', (signal) => api.get<Policies>('/v1/models', { signal }));
  const [problem, setProblem] = useState<ApiProblem>();
  const followed = useCase(caseId);
  const earlier = useEarlier(followed.value);
  // One key a text: a click that is repeated because no answer came never makes a second case.
  const sent = useRef<{ body: string; key: string }>(undefined);
  // What was sent from this page last, so that it need not be written again when nothing came of it. In memory only.
  const [last, setLast] = useState<{ caseId: string; draft: Draft }>();
  const [begun, begin] = useState({ times: 0, draft: emptyDraft });

  const send = async (draft: Draft, conversation: string | undefined): Promise<boolean> => {
    setProblem(undefined);
    const body = bodyOf(draft, conversation);
    const text = JSON.stringify(body);
    if (sent.current?.body !== text) sent.current = { body: text, key: crypto.randomUUID() };
    try {
      const headers = { 'idempotency-key': sent.current.key };
      const made = await api.post<CaseView>('/v1/requests', body, { headers });
      sent.current = undefined;
      setLast({ caseId: made.caseId, draft });
      await navigate(`/requests/${made.caseId}`);
      return true;
    } catch (thrown) {
      setProblem(thrown instanceof ApiProblem ? thrown : new ApiProblem(0));
      return false;
    }
  };

  const form = () => {
    if (policies.problem !== undefined)
      return <ProblemAlert problem={policies.problem} again={policies.again} />;
    if (policies.value === undefined) return <PageLoading />;
    const ids = policies.value.data.map(({ id }) => id);
    if (ids.length === 0) return <Alert type="info">{words.noPolicies}</Alert>;
    const { outcome, conversationId } = followed.value ?? {};
    return (
      <RequestForm
        key={begun.times}
        policies={ids}
        usual={followed.value?.policy.id ?? earlier.part.value?.items[0]?.policy.id ?? ''}
        begin={begun.draft}
        conversation={outcome === 'released' ? conversationId : undefined}
        send={send}
      />
    );
  };
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={words.intro}>
          {titles.request}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {caseId !== undefined && (
          <CasePanel
            loaded={followed}
            again={
              last !== undefined && last.caseId === caseId
                ? () => begin(({ times }) => ({ times: times + 1, draft: last.draft }))
                : undefined
            }
          />
        )}
        {problem !== undefined && <ProblemAlert problem={problem} />}
        {form()}
        <EarlierTable earlier={earlier} shown={caseId} />
      </SpaceBetween>
    </ContentLayout>
  );
}

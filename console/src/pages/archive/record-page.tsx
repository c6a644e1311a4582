// SPDX-License-Identifier: Apache-2.0
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';
import { PageLoading } from '../../frame/page-loading.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { archive } from '../../words/archive.ts';
import { titles } from '../../words/titles.ts';
import type { ArchivedCase } from './archived-case.ts';
import { CustodyPanel } from './custody-panel.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { RecordFacts } from './record-facts.tsx';
import { RecordFindings } from './record-findings.tsx';
import { RecordReviews } from './record-reviews.tsx';

/** One archived case: what is locked about it, its proof, and what two officers may do with it. */
export function RecordPage() {
  const { caseId = '' } = useParams();
  const api = useApi();
  const loaded = useLoad(caseId, (signal) =>
    api.get<ArchivedCase>(`/v1/archive/cases/${caseId}`, { signal }),
  );
  const { value, problem, again } = loaded;
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={archive.record.lead}>
          {titles.record}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {problem !== undefined && <ProblemAlert problem={problem} again={again} />}
        {value === undefined && problem === undefined && <PageLoading />}
        {value !== undefined && <RecordFacts archived={value} />}
        {value !== undefined && <ProofPanel caseId={caseId} />}
        {value !== undefined && <CustodyPanel caseId={caseId} archived={value} changed={again} />}
        {value !== undefined && <RecordReviews reviews={value.record.reviews} />}
        {value !== undefined && <RecordFindings record={value.record} />}
      </SpaceBetween>
    </ContentLayout>
  );
}

// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from '@cloudscape-design/components/column-layout';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Overview } from '../../../../lambdas/api/overview-view.ts';
import { useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';
import { PageLoading } from '../../frame/page-loading.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { overview } from '../../words/overview.ts';
import { titles } from '../../words/titles.ts';
import { FiguresChart } from '../../charts/figures-chart.tsx';
import { PeriodSums, WaitingNow } from './key-figures.tsx';
import { ReviewersTable } from './reviewers-table.tsx';
import {
  agesOf,
  agreementOf,
  eventsOf,
  outcomesOf,
  reasonsOf,
  typesOf,
  volumeOf,
  waitsOf,
} from './series.ts';

const options = Object.entries(overview.periods).map(([id, text]) => ({ id, text }));
const dayMs = 86_400_000;
const dayBefore = (days: number): string => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);

function Figures({ figures }: Readonly<{ figures: Overview }>) {
  const charts = [volumeOf, outcomesOf, reasonsOf, waitsOf, typesOf, eventsOf, agreementOf, agesOf];
  return (
    <SpaceBetween size="l">
      <WaitingNow backlog={figures.backlog} />
      <PeriodSums figures={figures} />
      <ColumnLayout columns={2}>
        {charts.map((chart) => {
          const props = chart(figures);
          return <FiguresChart key={props.title} {...props} />;
        })}
      </ColumnLayout>
      <ReviewersTable reviewers={figures.reviewers} />
    </SpaceBetween>
  );
}

/** How the desk is doing: for leads and for compliance. */
export function OverviewPage() {
  const api = useApi();
  const [days, setDays] = useState('30');
  const { value, problem, again } = useLoad(days, (signal) =>
    api.get<Overview>('/v1/overview', { query: { from: dayBefore(Number(days) - 1) }, signal }),
  );
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={overview.lead}
          actions={
            <SegmentedControl
              label={overview.period}
              selectedId={days}
              options={options}
              onChange={({ detail }) => setDays(detail.selectedId)}
            />
          }
        >
          {titles.overview}
        </Header>
      }
    >
      {problem !== undefined && <ProblemAlert problem={problem} again={again} />}
      {value === undefined && problem === undefined && <PageLoading />}
      {value !== undefined && <Figures figures={value} />}
    </ContentLayout>
  );
}

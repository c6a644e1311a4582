// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { Link } from 'react-router';
import type { containedBy, containmentDecisions } from '../../../../lambdas/records/custody.ts';
import { useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';
import { useTell } from '../../frame/notices.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { When } from '../../frame/when.tsx';
import { containments } from '../../words/containments.ts';
import { titles } from '../../words/titles.ts';
import { ReasonDialog, type Why } from '../archive/reason-dialog.tsx';
import { ScanButton } from './scan-button.tsx';

type Containment = Readonly<{
  caseId: string;
  policy: Readonly<{ id: string; version: string }>;
  at: string;
  by: (typeof containedBy)[number];
  types: readonly string[];
  quarantinedUntil?: string;
}>;
type Page = Readonly<{ items: readonly Containment[]; next?: string }>;
type Decision = (typeof containmentDecisions)[number];

/** Identifiers that were found in archived text after all, each to be looked at by a person. */
export function ContainmentsPage() {
  const api = useApi();
  const tell = useTell();
  const [after, setAfter] = useState<string>();
  const [open, setOpen] = useState<{ caseId: string; decision: Decision }>();
  const { value, problem, loading, again } = useLoad(after ?? '', (signal) =>
    api.get<Page>('/v1/archive/containments', { query: { limit: 50, after }, signal }),
  );
  const close = async (why: Why) => {
    if (open === undefined) return;
    const { caseId, decision } = open;
    await api.post(`/v1/archive/cases/${caseId}/containment`, { ...why, decision });
    setOpen(undefined);
    tell('containment', { type: 'success', text: containments.done });
    await again();
  };
  const next = value?.next;
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={containments.lead} actions={<ScanButton done={again} />}>
          {titles.containments}
        </Header>
      }
    >
      {problem !== undefined && <ProblemAlert problem={problem} again={again} />}
      <Table
        loading={loading}
        header={<Header variant="h2">{containments.title}</Header>}
        columnDefinitions={[
          {
            id: 'case',
            header: containments.case,
            cell: ({ caseId }) => <Link to={`/archive/cases/${caseId}`}>{caseId}</Link>,
            isRowHeader: true,
          },
          { id: 'found', header: containments.found, cell: ({ at }) => <When at={at} /> },
          { id: 'by', header: containments.by, cell: ({ by }) => containments.byNames[by] },
          { id: 'types', header: containments.types, cell: ({ types }) => types.join(', ') },
          {
            id: 'policy',
            header: containments.policy,
            cell: ({ policy }) => `${policy.id} ${policy.version}`,
          },
          {
            id: 'until',
            header: containments.quarantined,
            cell: ({ quarantinedUntil }) =>
              quarantinedUntil === undefined ? containments.locked : <When at={quarantinedUntil} />,
          },
          {
            id: 'close',
            header: containments.review,
            cell: ({ caseId }) => (
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => setOpen({ caseId, decision: 'identifier' })}>
                  {containments.identifier}
                </Button>
                <Button onClick={() => setOpen({ caseId, decision: 'false-alarm' })}>
                  {containments.falseAlarm}
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
        items={value?.items ?? []}
        trackBy="caseId"
        empty={containments.empty}
        wrapLines
        footer={next !== undefined && <Button onClick={() => setAfter(next)}>{containments.more}</Button>}
      />
      {open !== undefined && (
        <ReasonDialog
          title={`${containments.reviewTitle}: ${containments.decisions[open.decision]}`}
          about={containments.about}
          button={containments.review}
          close={() => setOpen(undefined)}
          send={close}
        />
      )}
    </ContentLayout>
  );
}

// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { CaseSummary } from '../../../../lambdas/api/case-view.ts';
import { PageLink } from '../../frame/page-link.tsx';
import { pageTurner } from '../../frame/page-turner.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { useNarrow } from '../../frame/use-narrow.ts';
import { When } from '../../frame/when.tsx';
import { request as words } from '../../words/request.ts';
import type { Earlier } from './use-earlier.ts';

const kinds = {
  accepted: 'in-progress',
  running: 'in-progress',
  held: 'pending',
  closed: 'stopped',
  released: 'success',
  rejected: 'stopped',
  blocked: 'stopped',
  expired: 'stopped',
  failed: 'error',
} as const satisfies Record<string, StatusIndicatorProps.Type>;

const State = ({ status, outcome }: CaseSummary) => (
  <StatusIndicator type={kinds[outcome ?? status]}>{words.states[outcome ?? status]}</StatusIndicator>
);

/** What somebody has sent, newest first: no text of it, and a link to each. */
export function EarlierTable({ earlier, shown }: Readonly<{ earlier: Earlier; shown: string | undefined }>) {
  const narrow = useNarrow();
  const { part, pages } = earlier;
  if (part.problem !== undefined) return <ProblemAlert problem={part.problem} again={part.again} />;
  const { items = [], next } = part.value ?? {};
  return (
    <Table
      loading={part.value === undefined}
      loadingText={words.reading}
      header={<Header variant="h2">{words.earlier}</Header>}
      columnDefinitions={[
        {
          id: 'case',
          header: words.sentAt,
          cell: ({ caseId, acceptedAt }) =>
            caseId === shown ? (
              <span aria-current="page">
                <When at={acceptedAt} /> {words.thisOne}
              </span>
            ) : (
              <PageLink to={`/requests/${caseId}`}>
                <When at={acceptedAt} />
              </PageLink>
            ),
          isRowHeader: true,
        },
        { id: 'state', header: words.state, cell: State },
        ...(narrow
          ? []
          : [
              { id: 'policy', header: words.policy, cell: ({ policy }: CaseSummary) => policy.id },
              { id: 'number', header: words.caseId, cell: ({ caseId }: CaseSummary) => caseId },
            ]),
      ]}
      items={items}
      trackBy="caseId"
      empty={<Box color="text-body-secondary">{words.noneEarlier}</Box>}
      wrapLines
      pagination={pageTurner({ label: words.earlier, pages, next })}
    />
  );
}

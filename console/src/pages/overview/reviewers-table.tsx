// SPDX-License-Identifier: Apache-2.0
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { ReviewerFigures } from '../../../../lambdas/api/reviewer-figures.ts';
import { overview } from '../../words/overview.ts';

const words = overview.reviewers;

/** Who decides how much, how fast, and how well on test cases. */
export const ReviewersTable = ({ reviewers }: Readonly<{ reviewers: readonly ReviewerFigures[] }>) => (
  <Table
    header={
      <Header variant="h2" description={words.help} counter={`(${reviewers.length})`}>
        {words.title}
      </Header>
    }
    columnDefinitions={[
      { id: 'by', header: words.by, cell: ({ by }) => by, isRowHeader: true },
      { id: 'decisions', header: words.decisions, cell: ({ decisions }) => decisions },
      {
        id: 'unread',
        header: words.unread,
        cell: ({ unread, unreadShare }) => `${unread} (${overview.share(unreadShare)})`,
      },
      { id: 'hurried', header: words.hurried, cell: ({ hurried }) => hurried },
      { id: 'reveals', header: words.reveals, cell: ({ reveals }) => reveals },
      {
        id: 'test',
        header: words.testCases,
        cell: ({ testCases }) => `${testCases.right} / ${testCases.wrong}`,
      },
      {
        id: 'warnings',
        header: words.warnings,
        cell: ({ warnings }) =>
          warnings.length === 0 ? (
            '–'
          ) : (
            <StatusIndicator type="warning">
              {warnings.map((each) => words.warningNames[each]).join(', ')}
            </StatusIndicator>
          ),
      },
    ]}
    items={reviewers}
    trackBy="by"
    empty={words.none}
    wrapLines
  />
);

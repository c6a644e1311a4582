// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReviewSummary } from '../../../../lambdas/api/review-view.ts';
import { RiskBadge } from '../../frame/risk-badge.tsx';
import { TimeLeft } from '../../frame/time-left.tsx';
import { When } from '../../frame/when.tsx';
import { queue as words } from '../../words/queue.ts';
import { reviews } from '../../words/reviews.ts';

/** The end of a case's id tells cases apart: its beginning is a time. */
export const shortId = (caseId: string): string => caseId.slice(-12);

function Badges({ item }: Readonly<{ item: ReviewSummary }>) {
  const stage = reviews.stage[item.stage] ?? '';
  const approved = item.approvals.length > 0;
  return (
    <>
      {stage !== '' && <Badge color="severity-medium">{stage}</Badge>}
      {item.editedBy.length > 0 && <Badge color="blue">{reviews.edited}</Badge>}
      {approved && <Badge color="green">{reviews.approvedOnce}</Badge>}
      {!approved && item.fourEyes.length > 0 && <Badge color="grey">{reviews.twoNeeded}</Badge>}
    </>
  );
}

function Reasons({ item }: Readonly<{ item: ReviewSummary }>) {
  const [first, ...others] = item.reasons;
  return (
    <>
      {first?.sentence} {others.length > 0 && words.moreReasons(others.length)}
    </>
  );
}

const claimOf = ({ claim }: ReviewSummary): string =>
  claim === undefined ? reviews.unclaimed : claim.mine ? reviews.claimedByYou : reviews.claimedBy(claim.by);

type Looks = Readonly<{ now: number; narrow: boolean; open: (caseId: string) => void }>;

/** What a row says. On a narrow screen all of it stands in one column. */
export function columnsFor({ now, narrow, open }: Looks): TableProps.ColumnDefinition<ReviewSummary>[] {
  const link = (item: ReviewSummary) => (
    <span data-case={item.caseId} className="airlock-whole">
      <Link
        href={`/reviews/${item.caseId}`}
        onFollow={(event) => {
          event.preventDefault();
          open(item.caseId);
        }}
      >
        {reviews.side[item.side]} {shortId(item.caseId)}
      </Link>
    </span>
  );
  const left = (item: ReviewSummary) => <TimeLeft expiresAt={item.expiresAt} now={now} bare={!narrow} />;
  if (narrow)
    return [
      {
        id: 'review',
        header: words.columns.review,
        isRowHeader: true,
        cell: (item) => (
          <SpaceBetween size="xxs">
            {link(item)}
            <SpaceBetween direction="horizontal" size="xxs">
              <RiskBadge risk={item.risk} />
              {left(item)}
              <Badges item={item} />
            </SpaceBetween>
            <Reasons item={item} />
            {claimOf(item)}
          </SpaceBetween>
        ),
      },
    ];
  return [
    {
      id: 'review',
      header: words.columns.review,
      isRowHeader: true,
      width: 190,
      cell: (item) => (
        <>
          {link(item)}
          <div className="airlock-small">{item.policy.id}</div>
        </>
      ),
    },
    {
      id: 'risk',
      header: words.columns.risk,
      width: 150,
      cell: (item) => (
        <SpaceBetween direction="horizontal" size="xxs">
          <RiskBadge risk={item.risk} />
          <Badges item={item} />
        </SpaceBetween>
      ),
    },
    {
      id: 'reasons',
      header: words.columns.reasons,
      minWidth: 200,
      cell: (item) => <Reasons item={item} />,
    },
    { id: 'age', header: words.columns.age, cell: (item) => <When at={item.openedAt} />, width: 130 },
    { id: 'left', header: words.columns.left, cell: left, width: 140 },
    { id: 'claim', header: words.columns.claim, cell: claimOf, width: 130 },
  ];
}

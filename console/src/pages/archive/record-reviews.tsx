// SPDX-License-Identifier: Apache-2.0
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Transcript } from '../../../../lambdas/records/transcript.ts';
import { When } from '../../frame/when.tsx';
import { archive } from '../../words/archive.ts';
import { iso } from './archived-case.ts';

const words = archive.record;
type Review = Transcript['reviews'][number];

/** Who let this out, or did not, and why: the reviews in their order. */
export function RecordReviews({ reviews }: Readonly<{ reviews: readonly Review[] }>) {
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${reviews.length})`}>
          {words.reviews}
        </Header>
      }
      columnDefinitions={[
        { id: 'side', header: words.side, cell: ({ side }) => archive.sides[side], isRowHeader: true },
        { id: 'reasons', header: words.reasons, cell: ({ reasons }) => reasons.join(', ') || archive.none },
        { id: 'opened', header: words.opened, cell: ({ openedAt }) => <When at={iso(openedAt)} /> },
        {
          id: 'decided',
          header: words.decided,
          cell: ({ decided }) => (decided === undefined ? archive.none : <When at={iso(decided.at)} />),
        },
        {
          id: 'decision',
          header: words.decision,
          cell: ({ decided }) =>
            decided === undefined ? archive.none : `${decided.decision}: ${decided.reason}`,
        },
        { id: 'by', header: words.by, cell: ({ decided }) => decided?.by ?? archive.none },
        {
          id: 'approvals',
          header: words.approvals,
          cell: ({ approvals }) => approvals.map(({ by }) => by).join(', ') || archive.none,
        },
        { id: 'reveals', header: words.reveals, cell: ({ reveals }) => reveals.length },
      ]}
      items={reviews}
      trackBy={({ revision }) => revision}
      empty={words.noReviews}
      wrapLines
    />
  );
}

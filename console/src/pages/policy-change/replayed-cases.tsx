// SPDX-License-Identifier: Apache-2.0
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { Link } from 'react-router';
import type { ReplayedView } from '../../../../lambdas/api/replay-policy.ts';
import { archive } from '../../words/archive.ts';
import { policyChange as words } from '../../words/policy-change.ts';

const becameOf = ({ obstacle, change = 'unchanged' }: ReplayedView): string =>
  obstacle === undefined ? words.changes[change] : words.obstacles[obstacle];
const verdict = (given: ReplayedView['before']): string =>
  given === undefined ? archive.none : archive.record.verdict[given];

/** How many cases came to what, and those that would have gone another way. */
export function ReplayedCases({ items, over }: Readonly<{ items: readonly ReplayedView[]; over: boolean }>) {
  const counts = new Map<string, number>();
  for (const each of items) counts.set(becameOf(each), (counts.get(becameOf(each)) ?? 0) + 1);
  return (
    <SpaceBetween size="l">
      <Table
        header={<Header variant="h2">{words.counts}</Header>}
        columnDefinitions={[
          { id: 'change', header: words.change, cell: ([change]) => change, isRowHeader: true },
          { id: 'count', header: words.count, cell: ([, count]) => count },
        ]}
        items={[...counts]}
        empty={over ? words.nothing : words.looked(0)}
      />
      <Table
        header={<Header variant="h2">{words.changed}</Header>}
        columnDefinitions={[
          {
            id: 'case',
            header: words.case,
            cell: ({ caseId }) => <Link to={`/archive/cases/${caseId}`}>{caseId}</Link>,
            isRowHeader: true,
          },
          { id: 'change', header: words.change, cell: becameOf },
          { id: 'before', header: words.before, cell: ({ before }) => verdict(before) },
          { id: 'after', header: words.after, cell: ({ after }) => verdict(after) },
          { id: 'reasons', header: words.reasons, cell: ({ reasons = [] }) => reasons.join(' ') },
        ]}
        items={items.filter(({ change }) => change !== 'unchanged')}
        trackBy="caseId"
        empty={over ? words.none : words.looked(items.length)}
        wrapLines
      />
    </SpaceBetween>
  );
}

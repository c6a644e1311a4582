// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ReviewSummary } from '../../../../lambdas/api/review-view.ts';
import { useDesk } from '../../context.ts';
import { KeyboardHelp } from '../../frame/keyboard-help.tsx';
import { pageTurner } from '../../frame/page-turner.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import { useKeys } from '../../frame/use-keys.ts';
import { useNarrow } from '../../frame/use-narrow.ts';
import { useNow } from '../../frame/use-now.ts';
import { frame } from '../../words/frame.ts';
import { keys } from '../../words/keys.ts';
import { queue as words } from '../../words/queue.ts';
import { titles } from '../../words/titles.ts';
import { columnsFor, shortId } from './columns.tsx';
import { filterIn } from './filter.ts';
import { QueueFilters } from './queue-filters.tsx';
import { useClaims } from './use-claims.ts';
import { rowKeys } from './row-keys.ts';
import { TestCases } from './test-cases.tsx';
import { type Queue, useQueue } from './use-queue.ts';
import { YourDay } from './your-day.tsx';

const tableId = 'review-queue';
const indicator = { live: 'success', polling: 'info', offline: 'warning' } as const;

const countOf = ({ counts }: Queue): string => {
  if (counts === undefined) return '';
  const number = (count: number) => count.toLocaleString();
  const open = counts.more ? words.more(number(counts.open)) : number(counts.open);
  return words.counter(number(counts.matching), open);
};

/** Held prompts and answers of the tenant: look, filter, claim, open. Nothing is decided here. */
export function QueuePage() {
  const { who } = useDesk();
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search);
  const queue = useQueue(filter);
  const { part } = queue;
  const items = part.value?.items ?? [];
  const [selected, setSelected] = useState<readonly ReviewSummary[]>([]);
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  const now = useNow();
  const narrow = useNarrow();
  const { claim, claiming } = useClaims(queue.again);
  const open = (caseId: string, decision?: string) =>
    void navigate(`/reviews/${caseId}`, decision === undefined ? {} : { state: { decision } });
  const stillThere = selected.filter(({ caseId }) => items.some((item) => item.caseId === caseId));
  const filtered = Object.keys(filter).length > 0;
  const claimNext = async () => {
    const next = items.find((item) => item.claim === undefined);
    if (next !== undefined && (await claim([next.caseId]))) open(next.caseId);
  };

  useKeys({
    ...rowKeys(tableId, {
      open,
      claim: (caseId) => void claim([caseId]),
    }),
    '?': () => setHelp(true),
  });

  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          counter={countOf(queue)}
          description={
            <span>
              {words.intro}{' '}
              <StatusIndicator type={indicator[queue.liveness]}>{words[queue.liveness]}</StatusIndicator>
            </span>
          }
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                iconName="keyboard"
                ariaLabel={keys.show}
                variant="icon"
                onClick={() => setHelp(true)}
              />
              {who.groups.includes('senior-reviewer') && <TestCases />}
              <Button
                disabled={stillThere.length === 0}
                loading={claiming}
                onClick={() => void claim(stillThere.map(({ caseId }) => caseId)).then(() => setSelected([]))}
              >
                {words.claimSelected}
              </Button>
              <Button
                variant="primary"
                disabled={items.every((item) => item.claim !== undefined)}
                disabledReason={words.noneToClaim}
                onClick={() => void claimNext()}
              >
                {words.claimNext}
              </Button>
            </SpaceBetween>
          }
        >
          {titles.queue}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <QueueFilters
          filter={filter}
          counts={queue.counts}
          onChange={(next) => setSearch(next, { replace: true })}
        />
        {part.problem !== undefined && <ProblemAlert problem={part.problem} again={part.again} />}
        <div id={tableId}>
          <Table
            items={items}
            trackBy="caseId"
            columnDefinitions={columnsFor({ now, narrow, open })}
            loading={part.loading && part.value === undefined}
            loadingText={frame.loading}
            wrapLines
            variant="container"
            contentDensity="compact"
            selectionType="multi"
            selectedItems={stillThere}
            isItemDisabled={({ claim: held }) => held !== undefined}
            onSelectionChange={({ detail }) => setSelected(detail.selectedItems)}
            ariaLabels={{
              tableLabel: words.caption,
              selectionGroupLabel: words.select,
              allItemsSelectionLabel: () => words.selectAll,
              itemSelectionLabel: (_, item) => words.selectOne(shortId(item.caseId)),
            }}
            empty={
              <Box textAlign="center" padding="l">
                <SpaceBetween size="s">
                  <b>{filtered ? words.noMatch : words.empty}</b>
                  {filtered ? (
                    <Button onClick={() => setSearch({}, { replace: true })}>{words.clear}</Button>
                  ) : (
                    <Box>{words.emptyText}</Box>
                  )}
                </SpaceBetween>
              </Box>
            }
            pagination={pageTurner({ label: words.pages, pages: queue.pages, next: part.value?.next })}
          />
        </div>
        <YourDay />
      </SpaceBetween>
      {help && <KeyboardHelp of="queue" close={() => setHelp(false)} />}
    </ContentLayout>
  );
}

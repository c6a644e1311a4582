// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Overview } from '../../../../lambdas/api/overview-view.ts';
import { When } from '../../frame/when.tsx';
import { duration } from '../../words/duration.ts';
import { overview } from '../../words/overview.ts';

const { now, sums, share } = overview;
const time = (seconds: number | undefined) => (seconds === undefined ? sums.none : duration(seconds * 1000));

/** What waits at this moment. */
export const WaitingNow = ({ backlog }: Pick<Overview, 'backlog'>) => (
  <Container header={<Header variant="h2">{now.title}</Header>}>
    <KeyValuePairs
      columns={4}
      items={[
        { label: now.open, value: backlog.more ? `${now.more} ${backlog.open}` : String(backlog.open) },
        { label: now.unclaimed, value: String(backlog.unclaimed) },
        { label: now.escalated, value: String(backlog.escalated) },
        {
          label: now.oldest,
          value: backlog.oldest === undefined ? now.nothing : <When at={backlog.oldest} />,
        },
        {
          label: now.nextExpiry,
          value: backlog.nextExpiry === undefined ? now.nothing : <When at={backlog.nextExpiry} />,
        },
      ]}
    />
  </Container>
);

/** The period in nine numbers. */
export const PeriodSums = ({ figures }: Readonly<{ figures: Overview }>) => (
  <Container header={<Header variant="h2">{sums.title}</Header>}>
    <KeyValuePairs
      columns={3}
      items={[
        { label: sums.closed, value: String(figures.volume.closed) },
        { label: sums.held, value: `${figures.held.cases} (${share(figures.held.share)})` },
        { label: sums.guardrail, value: `${figures.guardrail.cases} (${share(figures.guardrail.share)})` },
        { label: sums.p50, value: time(figures.timeToDecision.p50Seconds) },
        { label: sums.p95, value: time(figures.timeToDecision.p95Seconds) },
        { label: sums.expired, value: String(figures.expired) },
        { label: sums.second, value: share(figures.agreement.second.share) },
        { label: sums.testCases, value: share(figures.agreement.testCases.share) },
        { label: sums.revealed, value: String(figures.revealed) },
      ]}
    />
  </Container>
);

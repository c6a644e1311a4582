// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import { RiskBadge } from '../../frame/risk-badge.tsx';
import { TimeLeft } from '../../frame/time-left.tsx';
import { duration } from '../../words/duration.ts';
import { review as words } from '../../words/review.ts';
import { reviews } from '../../words/reviews.ts';
import type { Acts } from './use-acts.ts';

const claimText = ({ claim }: ReviewView, now: number): string =>
  claim === undefined
    ? reviews.unclaimed
    : claim.mine
      ? words.claimedUntil(duration(Date.parse(claim.until) - now))
      : reviews.claimedBy(claim.by);

type Props = Readonly<{ view: ReviewView; now: number; acts: Acts; senior: boolean }>;

/** What is under review, how bad, how long still, whose; and what can be done about it. */
export function ReviewHeader({ view, now, acts, senior }: Props) {
  const { claim, decided, stage } = view;
  const mine = claim?.mine === true;
  const free = claim === undefined || (senior && stage >= 2 && !mine);
  const stageName = reviews.stage[stage] ?? '';
  return (
    <Header
      variant="h1"
      description={
        <SpaceBetween direction="horizontal" size="xs">
          <RiskBadge risk={view.risk} />
          {decided === undefined && <TimeLeft expiresAt={view.expiresAt} now={now} />}
          {stageName !== '' && <Badge color="severity-medium">{stageName}</Badge>}
          {decided === undefined && <Box variant="span">{claimText(view, now)}</Box>}
        </SpaceBetween>
      }
      actions={
        decided === undefined && (
          <SpaceBetween direction="horizontal" size="xs">
            {free && (
              <Button variant={mine ? 'normal' : 'primary'} onClick={() => void acts.claim()}>
                {claim === undefined ? words.claim : words.takeOver}
              </Button>
            )}
            {mine && (
              <Button
                variant="primary"
                disabled={acts.approve === undefined}
                disabledReason={acts.against ?? ''}
                onClick={() => acts.approve?.()}
              >
                {words.approve}
              </Button>
            )}
            {mine && (
              <Button
                disabled={acts.edit === undefined}
                disabledReason={words.maskedText}
                onClick={() => acts.edit?.()}
              >
                {words.edit}
              </Button>
            )}
            {mine && <Button onClick={acts.reject}>{words.reject}</Button>}
            {mine && (
              <ButtonDropdown
                items={[
                  { id: 'retry', text: words.retry },
                  { id: 'missed', text: words.missing.open },
                  { id: 'claim', text: words.renew },
                  { id: 'giveBack', text: words.giveBack },
                ]}
                onItemClick={({ detail }) => acts.more(detail.id)}
              >
                {words.actions}
              </ButtonDropdown>
            )}
          </SpaceBetween>
        )
      }
    >
      {words.title[view.side]}
    </Header>
  );
}

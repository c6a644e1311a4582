// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import { RiskBadge } from '../../frame/risk-badge.tsx';
import { review as words } from '../../words/review.ts';

/** Scrolls to where a reason points and puts the focus there. */
function show(slot: number): void {
  const place = document.querySelector<HTMLElement>(`[data-slot="text-${slot}"] .airlock-evidence`);
  if (place === null) return;
  place.tabIndex = place instanceof HTMLButtonElement ? 0 : -1;
  place.scrollIntoView({ block: 'center' });
  place.focus();
}

/** Why it is held: each reason as a sentence, how bad it would be, and whether a person may waive it. */
export const ReasonsPanel = ({ reasons }: Readonly<{ reasons: ReviewView['reasons'] }>) => (
  <Container header={<Header variant="h2">{words.reasons}</Header>}>
    <ul className="airlock-list">
      {reasons.map(({ code, sentence, risk, waivable, evidence }) => (
        <li key={code}>
          <RiskBadge risk={risk} /> {sentence}{' '}
          <StatusIndicator type={waivable ? 'info' : 'stopped'}>
            {waivable ? words.waivable : words.notWaivable}
          </StatusIndicator>{' '}
          {evidence[0] !== undefined && evidence[0].end > evidence[0].start && (
            <Button variant="inline-link" onClick={() => show(evidence[0]?.slot ?? 0)}>
              {words.showIn}
            </Button>
          )}
        </li>
      ))}
    </ul>
  </Container>
);

// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { TimelineEntry } from '../../../../lambdas/api/review-timeline.ts';
import { When } from '../../frame/when.tsx';
import { review as words, timelineSentence } from '../../words/review.ts';

/** Everything that happened to the case: what, who, when. */
export const TimelinePanel = ({ timeline }: Readonly<{ timeline: readonly TimelineEntry[] }>) => (
  <Container header={<Header variant="h2">{words.timeline}</Header>}>
    <ol className="airlock-timeline">
      {timeline.map((entry, index) => (
        <li key={index}>
          <When at={entry.at} /> {timelineSentence(entry)}
        </li>
      ))}
    </ol>
  </Container>
);

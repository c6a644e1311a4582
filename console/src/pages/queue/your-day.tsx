// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Limits, ReviewerFigures } from '../../../../lambdas/api/reviewer-figures.ts';
import { useLoad } from '../../api/use-load.ts';
import { useApi } from '../../context.ts';
import { desk as words } from '../../words/desk.ts';

type Workload = Readonly<{ today: ReviewerFigures; perMinute: number; limits: Limits }>;

/** Whoever is watched sees what is seen. Nothing of it keeps the queue from being worked. */
export function YourDay() {
  const api = useApi();
  const { value } = useLoad('workload', (signal) => api.get<Workload>('/v1/workload', { signal }));
  if (value === undefined) return null;
  const { today, perMinute, limits } = value;
  return (
    <SpaceBetween size="s">
      {today.warnings.map((warning) => (
        <Alert key={warning} type="warning">
          {words.warnings[warning]}
        </Alert>
      ))}
      <ExpandableSection headerText={words.title} headerDescription={words.about} variant="container">
        <KeyValuePairs
          columns={3}
          items={[
            { label: words.decisions, value: today.decisions },
            { label: words.approvals, value: today.approvals },
            { label: words.unread, value: today.unread },
            { label: words.perMinute, value: words.ofAtMost(perMinute, limits.warnPerMinute) },
            { label: words.reveals, value: today.reveals },
            { label: words.testCases, value: `${today.testCases.right} / ${today.testCases.wrong}` },
          ]}
        />
      </ExpandableSection>
    </SpaceBetween>
  );
}

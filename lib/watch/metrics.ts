// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

/** Kinds of announcements that are counted. */
export const countedEvents = [
  'held',
  'reminded',
  'escalated',
  'expired',
  'closed',
  'alert',
  'contained',
] as const;
export type CountedEvent = (typeof countedEvents)[number];

/** Metrics made from a log have no dimensions of their own: the stage is in the name. */
export const eventMetric = (stage: string, kind: CountedEvent): string => `${stage}.${kind}`;

const every = { statistic: 'Sum', period: Duration.minutes(5) };

/** What functions count (lambdas/runtime/report.ts). */
const counted = (stage: string, metricName: string) =>
  new Metric({
    namespace: 'PromptAirlock',
    metricName,
    dimensionsMap: { service: 'prompt-airlock', stage },
    ...every,
  });

/** How often something was announced. */
const announced = (stage: string, kind: CountedEvent) =>
  new Metric({ namespace: 'PromptAirlock', metricName: eventMetric(stage, kind), label: kind, ...every });

export const metrics = (stage: string) => ({
  failed: counted(stage, 'Failed'),
  detectorUnavailable: counted(stage, 'DetectorUnavailable'),
  throttled: counted(stage, 'Throttled'),
  ...(Object.fromEntries(countedEvents.map((kind) => [kind, announced(stage, kind)])) as Record<
    CountedEvent,
    Metric
  >),
});

// SPDX-License-Identifier: Apache-2.0
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway';
import { Dashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';
import { metrics } from './metrics.ts';

export type OverviewProps = Readonly<{ settings: Settings; api: RestApiBase; workflow: StateMachine }>;

const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 8, height: 6 });

/** One page on how it goes: what comes in, what is held, what fails. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { settings, api, workflow }: OverviewProps) {
    super(scope, id);
    const own = metrics(settings.stage);
    new Dashboard(this, 'Dashboard', {
      dashboardName: named(settings.stage, 'overview'),
      widgets: [
        [
          new TextWidget({
            markdown: `# prompt-airlock ${settings.stage}\nWhat each alarm means and what to do: docs/operations.md`,
            width: 24,
            height: 2,
          }),
        ],
        [
          graph('Calls and refusals', api.metricCount(), api.metricClientError(), api.metricServerError()),
          graph(
            'Answer time',
            api.metricLatency({ statistic: 'p50' }),
            api.metricLatency({ statistic: 'p99' }),
          ),
          graph('Executions', workflow.metricStarted(), workflow.metricSucceeded(), workflow.metricFailed()),
        ],
        [
          graph('Cases', own.held, own.closed, own.expired),
          graph('Waiting', own.reminded, own.escalated),
          graph('Trouble', own.failed, own.detectorUnavailable, own.throttled),
        ],
      ],
    });
  }
}

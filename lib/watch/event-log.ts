// SPDX-License-Identifier: Apache-2.0
import { Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnMetricFilter, CfnResourcePolicy, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { named } from '../names.ts';
import { countedEvents, eventMetric } from './metrics.ts';

export type EventLogProps = Readonly<{ stage: string; bus: string; logs: ILogGroup }>;

/** Every announcement of the bus, written down and counted by kind: alarms and the overview stand on these counts. */
export class EventLog extends Construct {
  constructor(scope: Construct, id: string, { stage, bus, logs }: EventLogProps) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const { logGroupName } = logs;
    const policy = new CfnResourcePolicy(this, 'Policy', {
      policyName: named(stage, 'event-log'),
      policyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'] },
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: `arn:aws:logs:${region}:${account}:log-group:${logGroupName}:*`,
          },
        ],
      }),
    });
    new CfnRule(this, 'Rule', {
      name: named(stage, 'event-log'),
      description: 'Writes down what is announced of cases: ids, kinds and times',
      eventBusName: bus,
      eventPattern: { source: ['prompt-airlock'] },
      targets: [{ id: 'Log', arn: `arn:aws:logs:${region}:${account}:log-group:${logGroupName}` }],
    }).addResourceDependency(policy);
    for (const kind of countedEvents)
      new CfnMetricFilter(this, kind, {
        logGroupName,
        filterPattern: `{ $.detail-type = "${kind}" }`,
        metricTransformations: [
          {
            metricNamespace: 'PromptAirlock',
            metricName: eventMetric(stage, kind),
            metricValue: '1',
            defaultValue: 0,
          },
        ],
      });
  }
}

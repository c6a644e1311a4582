// SPDX-License-Identifier: Apache-2.0
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AirlockFunctions } from '../gateway/airlock-functions.ts';
import type { Notifications } from '../gateway/notifications.ts';
import type { AirlockWorkflow } from '../gateway/workflow.ts';
import { named } from '../names.ts';
import type { Resources } from '../resources.ts';
import type { Settings } from '../settings.ts';
import { Alarms } from './alarms.ts';
import { CostBudget } from './cost-budget.ts';
import { EventLog } from './event-log.ts';
import { MacieScan } from './macie-scan.ts';
import { Overview } from './overview.ts';
import { ThreatFindings } from './threat-findings.ts';

export type WatchProps = Readonly<{
  settings: Settings;
  resources: Resources;
  notifications: Notifications;
  functions: AirlockFunctions;
  workflow: AirlockWorkflow;
  api: RestApiBase;
  deadLetters: IQueue;
  eventLog: ILogGroup;
}>;

/** Everything that looks at the airlock from outside and tells people. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const { settings, resources, notifications, functions, workflow, api, deadLetters } = props;
    const { alarms: topic } = notifications;
    const { stateMachine } = workflow;
    new EventLog(this, 'Events', {
      stage: settings.stage,
      bus: notifications.bus.eventBusName,
      logs: props.eventLog,
    });
    new Alarms(this, 'Alarms', { settings, topic, api, workflow: stateMachine, deadLetters });
    new Overview(this, 'Overview', { settings, api, workflow: stateMachine });
    new CostBudget(this, 'Budget', { settings, topicArn: topic.topicArn });
    if (settings.findings)
      new ThreatFindings(this, 'Findings', { prefix: named(settings.stage, ''), topic, deadLetters });
    if (settings.macie.session !== 'off')
      new MacieScan(this, 'Macie', {
        settings,
        buckets: [resources.catalogue.bucket, resources.archive.bucket],
        job: functions.named('macie-job').fn,
        contain: functions.named('contain-finding').fn,
        topic,
        deadLetters,
      });
  }
}

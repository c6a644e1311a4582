// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'aws-cdk-lib';
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway';
import {
  Alarm,
  AnomalyDetectionAlarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';
import { metrics } from './metrics.ts';

export type AlarmsProps = Readonly<{
  settings: Settings;
  topic: ITopic;
  api: RestApiBase;
  workflow: StateMachine;
  deadLetters: IQueue;
}>;

type Watched = Readonly<{ metric: IMetric; above: number; periods?: number; says: string }>;
const period = Duration.minutes(5);

/** What is watched, from which number on, and what it means: docs/operations.md says what to do about each. */
function watched({ settings, api, workflow, deadLetters }: AlarmsProps): Record<string, Watched> {
  const own = metrics(settings.stage);
  const requests = api.metricCount({ period });
  const share = (failed: IMetric) =>
    new MathExpression({
      expression: 'IF(requests > 20, 100 * failed / requests, 0)',
      usingMetrics: { failed, requests },
      period,
    });
  return {
    'server-errors': {
      metric: share(api.metricServerError({ period, statistic: 'Sum' })),
      above: 1,
      periods: 2,
      says: 'More than 1 % of calls of the API fail',
    },
    'executions-failed': {
      metric: workflow.metricFailed({ period }),
      above: 0,
      says: 'An execution failed: its case is swept, and archived as failed',
    },
    'executions-timed-out': {
      metric: workflow.metricTimedOut({ period }),
      above: 0,
      says: 'An execution ran out of time',
    },
    'executions-throttled': {
      metric: workflow.metricThrottled({ period }),
      above: 0,
      says: 'Step Functions limits state transitions: raise the quota',
    },
    'functions-failed': {
      metric: own.failed,
      above: 5,
      says: 'Functions fail more often than retries explain',
    },
    throttled: {
      metric: own.throttled,
      above: 20,
      says: 'A service limits calls: raise its quota or the intake',
    },
    'detector-unavailable': {
      metric: own.detectorUnavailable,
      above: 0,
      says: 'A detector was down: what it did not see is held',
    },
    'review-escalated': {
      metric: own.escalated,
      above: 0,
      says: 'A case has waited for a reviewer until it was escalated: the backlog is too old',
    },
    'review-expired': { metric: own.expired, above: 0, says: 'A review expired, which denied the request' },
    'case-alert': {
      metric: own.alert,
      above: 0,
      says: 'The airlock asks for a person: see the event log for the code',
    },
    contained: {
      metric: own.contained,
      above: 0,
      says: 'An identifier was found in archived text and taken out',
    },
    'dead-letters': {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
      above: 0,
      says: 'An event could not be handled',
    },
  };
}

/** Alarms on fixed numbers, and on what is unusual for the hour. Every one says in a sentence what it means. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { settings, topic, api } = props;
    const action = new SnsAction(topic);
    for (const [name, { metric, above, periods = 1, says }] of Object.entries(watched(props)))
      new Alarm(this, name, {
        alarmName: named(settings.stage, name),
        alarmDescription: `${says}. See docs/operations.md, "${name}".`,
        metric,
        threshold: above,
        evaluationPeriods: periods,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(action);
    const unusual = {
      'unusual-requests': { metric: api.metricCount({ period }), says: 'Requests are unusually many' },
      'unusual-holds': { metric: metrics(settings.stage).held, says: 'Unusually many cases are held' },
    };
    for (const [name, { metric, says }] of Object.entries(unusual))
      new AnomalyDetectionAlarm(this, name, {
        alarmName: named(settings.stage, name),
        alarmDescription: `${says}. See docs/operations.md, "${name}".`,
        metric,
        stdDevs: 3,
        evaluationPeriods: 3,
        comparisonOperator: ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(action);
  }
}

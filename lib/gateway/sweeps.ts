// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type SweepsProps = Readonly<{
  sweep: IFunction;
  seal: IFunction;
  stateMachineArn: string;
  deadLetters: IQueue;
}>;

/**
 * What no Catch of the workflow reaches: an execution that failed, timed out or was aborted is swept at once, whatever
 * stands still every minute. Events of an encrypted workflow name the execution and nothing more, which is its case.
 */
export class Sweeps extends Construct {
  constructor(scope: Construct, id: string, { sweep, seal, stateMachineArn, deadLetters }: SweepsProps) {
    super(scope, id);
    const target = (fn: IFunction) =>
      new LambdaFunction(fn, {
        deadLetterQueue: deadLetters,
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
      });
    new Rule(this, 'Ended', {
      description: 'Executions that ended without ending their case',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [stateMachineArn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
      targets: [target(sweep)],
    });
    new Rule(this, 'EveryMinute', {
      description: 'Cases that have not moved, and content whose time is over',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [target(sweep)],
    });
    new Rule(this, 'EveryHour', {
      description: 'Seals what was archived since the last seal',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [target(seal)],
    });
  }
}

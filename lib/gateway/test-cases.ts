// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type TestCasesProps = Readonly<{ bus: EventBus; seed: IFunction; deadLetters: IQueue }>;

/** Whenever a case is held, reviewers may get a made-up one beside it: the policy says how often. */
export class TestCases extends Construct {
  constructor(scope: Construct, id: string, { bus, seed, deadLetters }: TestCasesProps) {
    super(scope, id);
    new Rule(this, 'Held', {
      eventBus: bus,
      description: 'A share of held cases brings a test case for reviewers',
      eventPattern: { source: ['prompt-airlock'], detailType: ['held'] },
      targets: [
        new LambdaFunction(seed, {
          deadLetterQueue: deadLetters,
          retryAttempts: 2,
          maxEventAge: Duration.hours(1),
        }),
      ],
    });
  }
}

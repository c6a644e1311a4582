// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnCustomDataIdentifier, CfnSession } from 'aws-cdk-lib/aws-macie';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';
import { macieIdentifiers } from './macie-identifiers.ts';

export type MacieScanProps = Readonly<{
  settings: Settings;
  /** Names of the buckets it looks through. */
  buckets: readonly string[];
  job: IFunction;
  contain: IFunction;
  topic: ITopic;
  deadLetters: IQueue;
}>;

/**
 * Macie looks for what every detector missed, where it is readable: in the catalogue and in records. CloudFormation knows
 * no job, so that a function makes it. What it finds is taken out of the catalogue at once, and people are told.
 */
export class MacieScan extends Construct {
  constructor(scope: Construct, id: string, props: MacieScanProps) {
    super(scope, id);
    const { settings, buckets, job, contain, topic, deadLetters } = props;
    const session =
      settings.macie.session === 'create'
        ? new CfnSession(this, 'Session', {
            status: 'ENABLED',
            findingPublishingFrequency: 'FIFTEEN_MINUTES',
          })
        : undefined;
    const told = macieIdentifiers();
    const identifiers = told.map(({ name, description, regex, keywords, maximumMatchDistance }) => {
      // An identifier cannot be changed: another one takes its place, and needs another name while both are there.
      const mark = createHash('sha256')
        .update(JSON.stringify([regex, keywords]))
        .digest('hex')
        .slice(0, 8);
      const made = new CfnCustomDataIdentifier(this, name, {
        name: named(settings.stage, `${name}-${mark}`),
        description,
        regex,
        ...(keywords === undefined ? {} : { keywords }),
        ...(maximumMatchDistance === undefined ? {} : { maximumMatchDistance }),
      });
      if (session !== undefined) made.addResourceDependency(session);
      return made;
    });
    const resource = new CustomResource(this, 'Job', {
      serviceToken: job.functionArn,
      resourceType: 'Custom::AirlockMacieJob',
      properties: {
        buckets: Stack.of(this).toJsonString(buckets),
        identifierIds: Stack.of(this).toJsonString(identifiers.map(({ attrId }) => attrId)),
        frequency: settings.macie.every,
        // A job cannot be changed: another one is made when what it looks for has.
        hash: createHash('sha256')
          .update(JSON.stringify([told, settings.macie]))
          .digest('hex'),
      },
    });
    if (session !== undefined) resource.node.addDependency(session);
    new Rule(this, 'Found', {
      description: 'Sensitive data that Macie found where none should be',
      eventPattern: {
        source: ['aws.macie'],
        detailType: ['Macie Finding'],
        detail: {
          type: [{ prefix: 'SensitiveData:' }],
          resourcesAffected: { s3Bucket: { name: [...buckets] } },
        },
      },
      targets: [
        new LambdaFunction(contain, {
          deadLetterQueue: deadLetters,
          retryAttempts: 5,
          maxEventAge: Duration.hours(6),
        }),
        // Which finding, not what was found where.
        new SnsTopic(topic, {
          deadLetterQueue: deadLetters,
          message: RuleTargetInput.fromObject({
            from: 'Macie',
            at: EventField.time,
            finding: EventField.fromPath('$.detail.id'),
            type: EventField.fromPath('$.detail.type'),
          }),
        }),
      ],
    });
  }
}

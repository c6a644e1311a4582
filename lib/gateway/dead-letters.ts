// SPDX-License-Identifier: Apache-2.0
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { named } from '../names.ts';

/** Events that nobody could handle: ids and what happened, never content. Kept for two weeks, and an alarm says so. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { stage, key }: { stage: string; key: IKey }) {
    super(scope, id, {
      queueName: named(stage, 'dead-letters'),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

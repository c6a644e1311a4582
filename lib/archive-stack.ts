// SPDX-License-Identifier: Apache-2.0
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { asBucket } from './interfaces.ts';
import { bucketName } from './names.ts';
import { AccessLogBucket } from './record/access-log-bucket.ts';
import { ArchiveStore } from './record/archive-store.ts';
import type { Settings } from './settings.ts';

export type ArchiveStackProps = StackProps & Readonly<{ settings: Settings; account: string }>;

/** The archive in an account of its own, whose administrators cannot start the airlock, and the other way round. */
export class ArchiveStack extends Stack {
  constructor(scope: Construct, id: string, { settings, account, ...props }: ArchiveStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const logs = new AccessLogBucket(this, 'AccessLogs', {
      name: bucketName(settings.stage, 'archive-access', this.account, settings.region),
      days: settings.logDays,
    });
    const { key, bucket } = new ArchiveStore(this, 'Archive', { settings, account, logs: asBucket(logs) });
    new CfnOutput(this, 'KeyArn', { value: key.keyArn, description: 'Write it as archive.keyArn' });
    new CfnOutput(this, 'BucketName', { value: bucket.bucketName });
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledgeInPacks } from '../acknowledge.ts';

/** Who asked the other buckets for what. S3 delivers these logs only to a bucket with S3's own encryption. */
export class AccessLogBucket extends Bucket {
  constructor(scope: Construct, id: string, { name, days }: { name: string; days: number }) {
    super(scope, id, {
      bucketName: name,
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { id: 'Old', expiration: Duration.days(days), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    acknowledgeInPacks(
      this,
      'S3BucketReplicationEnabled',
      'Logs of requests to the other buckets, which CloudTrail records a second time and elsewhere.',
    );
    acknowledgeInPacks(
      this,
      'S3DefaultEncryptionKMS',
      'S3 delivers server access logs only to a bucket with its own encryption (SSE-S3). They hold names of objects, which are random ids.',
    );
  }
}

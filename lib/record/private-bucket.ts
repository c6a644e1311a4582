// SPDX-License-Identifier: Apache-2.0
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledgeInPacks } from '../acknowledge.ts';

export type PrivateBucketProps = Readonly<{
  name: string;
  key: IKey;
  /** Where requests to it are logged. */
  logs: IBucket;
  /** Off where the encryption context has to name tenant and case: a bucket key replaces it by the bucket. */
  bucketKey: boolean;
  /** Off where deleting has to delete. */
  versioned: boolean;
  /** Why it is not replicated to another Region. */
  notReplicated: string;
  lifecycle?: readonly LifecycleRule[];
  lock?: Pick<BucketProps, 'objectLockEnabled' | 'objectLockDefaultRetention'>;
}>;

const deletingDeletes =
  'What is purged, erased or contained has to be gone: a version that stays would keep the text that was taken out.';

/** Nothing public, nothing by plain HTTP or old TLS, no ACLs, a customer key, requests logged, kept when the stack goes. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id, {
      bucketName: props.name,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: props.bucketKey,
      versioned: props.versioned,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      serverAccessLogsBucket: props.logs,
      serverAccessLogsPrefix: `${id}/`,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { id: 'UnfinishedUploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...(props.lifecycle ?? []),
      ],
      ...props.lock,
    });
    acknowledgeInPacks(this, 'S3BucketReplicationEnabled', props.notReplicated);
    if (!props.versioned) acknowledgeInPacks(this, 'S3BucketVersioningEnabled', deletingDeletes);
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type IBucket, ObjectLockRetention, StorageClass } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type ArchiveRules, denyInArchive } from './archive-denials.ts';
import { PrivateBucket } from './private-bucket.ts';

export type ArchiveBucketProps = Omit<ArchiveRules, 'keyArn'> &
  Readonly<{ name: string; key: IKey; logs: IBucket }>;

/**
 * The archive: versions and Object Lock, which cannot be switched off again. Records stay where a query finds them
 * for two years (SEC 17a-4 wants that) and are then stored more cheaply, still at once to be had.
 */
export class ArchiveBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, props: ArchiveBucketProps) {
    const retention = Duration.days(props.minimumDays);
    super(scope, id, {
      name: props.name,
      key: props.key,
      logs: props.logs,
      bucketKey: false,
      versioned: true,
      notReplicated:
        'Where a second copy may be is the customer’s decision: records stay in the Region that the settings name. S3 keeps them in three zones, and the chain’s head outside shows a loss.',
      lifecycle: [
        {
          id: 'Cheaper',
          transitions: [
            { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(731) },
          ],
        },
      ],
      lock: {
        objectLockEnabled: true,
        objectLockDefaultRetention:
          props.mode === 'COMPLIANCE'
            ? ObjectLockRetention.compliance(retention)
            : ObjectLockRetention.governance(retention),
      },
    });
    denyInArchive(this, { ...props, keyArn: props.key.keyArn });
  }
}

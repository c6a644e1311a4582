// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type IBucket, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bucketName } from '../names.ts';
import type { Settings } from '../settings.ts';
import { PrivateBucket } from './private-bucket.ts';

export type StoresProps = Readonly<{
  settings: Settings;
  account: string;
  logs: IBucket;
  vaultKey: IKey;
  archiveKey: IKey;
}>;

/** The buckets beside the archive: what lives for days, what can be made again, and what proves the archive whole. */
export class Stores extends Construct {
  readonly vault: PrivateBucket;
  readonly catalogue: PrivateBucket;
  readonly exports: PrivateBucket;
  readonly heads: PrivateBucket;

  constructor(scope: Construct, id: string, { settings, account, logs, vaultKey, archiveKey }: StoresProps) {
    super(scope, id);
    const name = (part: string) => bucketName(settings.stage, part, account, settings.region);
    const expire = (days: number) => ({ id: 'Expiry', expiration: Duration.days(days) });
    // Deleting has to delete, and the encryption context has to name tenant and scope.
    this.vault = new PrivateBucket(this, 'Vault', {
      name: name('vault'),
      key: vaultKey,
      logs,
      bucketKey: false,
      versioned: false,
      notReplicated: 'Raw text lives for days and in one Region: a replica would outlive its purge.',
      lifecycle: [expire(settings.vaultDays)],
    });
    // Erasure and containment take texts out of it for good.
    this.catalogue = new PrivateBucket(this, 'Catalogue', {
      name: name('catalogue'),
      key: archiveKey,
      logs,
      bucketKey: true,
      versioned: false,
      notReplicated: 'It is made again from the archive at any time, and an erasure has to reach every copy.',
    });
    // For what operators take out: the API streams its exports, and no function has a right to this bucket.
    this.exports = new PrivateBucket(this, 'Exports', {
      name: name('exports'),
      key: archiveKey,
      logs,
      bucketKey: true,
      versioned: false,
      notReplicated: 'Files that somebody is about to fetch, for a week: they can be asked for again.',
      lifecycle: [expire(7)],
    });
    // The chain's newest head: an older one shows that the archive was cut, so none is ever lost.
    this.heads = new PrivateBucket(this, 'Heads', {
      name: name('heads'),
      key: archiveKey,
      logs,
      bucketKey: true,
      versioned: true,
      notReplicated: 'It is the copy outside; archive.headsBucket puts it into another account or Region.',
      lifecycle: [
        {
          id: 'OldHeads',
          noncurrentVersionTransitions: [
            { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(90) },
          ],
        },
      ],
    });
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Stack } from 'aws-cdk-lib';
import { AccountPrincipal, AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bucketName } from '../names.ts';
import { rolesWith } from '../role-lists.ts';
import type { Settings } from '../settings.ts';
import { ArchiveBucket } from './archive-bucket.ts';
import { CustomerKey } from './customer-key.ts';

export type ArchiveStoreProps = Readonly<{
  settings: Settings;
  /** The account that the airlock runs in: this one, unless the archive has one of its own. */
  account: string;
  logs: IBucket;
}>;

/** The archive's bucket and key, in the airlock's account or in one whose administrators are other people. */
export class ArchiveStore extends Construct {
  readonly bucket: ArchiveBucket;
  readonly key: CustomerKey;

  constructor(scope: Construct, id: string, { settings, account, logs }: ArchiveStoreProps) {
    super(scope, id);
    const { stage, region, retention } = settings;
    const here = Stack.of(this).account;
    this.key = new CustomerKey(this, 'Key', {
      alias: `alias/prompt-airlock-${stage}-archive`,
      description: 'Archive: what is locked for years is encrypted with it, so it has to last as long',
    });
    const roles = (
      ...wanted: Parameters<typeof rolesWith> extends [string, string, ...infer Uses] ? Uses : never
    ) => rolesWith(stage, account, ...wanted);
    const writers = roles('archive:write', 'seals:write');
    const readers = roles('archive:read', 'seals:read');
    const holders = roles('archive:hold');
    const removers = roles('archive:remove');
    this.bucket = new ArchiveBucket(this, 'Bucket', {
      name: bucketName(stage, 'archive', here, region),
      key: this.key,
      logs,
      mode: retention.mode,
      minimumDays: retention.minimumDays,
      writers,
      holders,
      removers,
    });
    if (settings.macie.session !== 'off') this.letMacieRead(here);
    if (settings.archive.account !== undefined)
      this.letIn(account, [...writers, ...readers, ...holders, ...removers]);
  }

  /** Without its role in the key's policy Macie sees no more than the objects' names. */
  private letMacieRead(account: string): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'MacieReads',
        principals: [new AnyPrincipal()],
        actions: ['kms:Decrypt'],
        resources: ['*'],
        conditions: {
          ArnEquals: {
            'aws:PrincipalArn': `arn:aws:iam::${account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
          },
        },
      }),
    );
  }

  /** From another account a role needs to be let in on this side, too: exactly the airlock's. */
  private letIn(account: string, roles: readonly string[]): void {
    const principals = [new AccountPrincipal(account)];
    const conditions = { ArnEquals: { 'aws:PrincipalArn': [...new Set(roles)] } };
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'TheAirlockArchives',
        principals,
        actions: [
          's3:PutObject',
          's3:PutObjectRetention',
          's3:PutObjectLegalHold',
          's3:GetObjectVersion',
          's3:GetObjectRetention',
          's3:GetObjectLegalHold',
          's3:DeleteObjectVersion',
        ],
        resources: [this.bucket.arnForObjects('*')],
        conditions,
      }),
    );
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'TheAirlockLists',
        principals,
        actions: ['s3:ListBucketVersions'],
        resources: [this.bucket.bucketArn],
        conditions,
      }),
    );
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'TheAirlockEncrypts',
        principals,
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: ['*'],
        conditions,
      }),
    );
  }
}

// SPDX-License-Identifier: Apache-2.0
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

export type ArchiveRules = Readonly<{
  keyArn: string;
  mode: 'GOVERNANCE' | 'COMPLIANCE';
  minimumDays: number;
  /** Roles that may write, and those of them that may place and lift legal holds. */
  writers: readonly string[];
  holders: readonly string[];
  /** Roles that may remove what is locked no longer. */
  removers: readonly string[];
}>;

const encryption = 's3:x-amz-server-side-encryption';

/**
 * What nobody may do in the archive, whatever their own policies allow. A retention that a request names replaces the
 * bucket's default, so a shorter one is denied and none at all, too. A delete marker hides an object without
 * removing it, and a put over a marker succeeds in spite of If-None-Match: so no markers either.
 */
export function denyInArchive(bucket: Bucket, rules: ArchiveRules): void {
  const deny = (sid: string, actions: string[], conditions: Record<string, Record<string, unknown>> = {}) =>
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions,
        resources: [bucket.arnForObjects('*')],
        conditions,
      }),
    );
  const put = ['s3:PutObject'];
  deny('NobodyDeletes', ['s3:DeleteObject', 's3:BypassGovernanceRetention']);
  // Object Lock refuses this before its time to everybody; after it, the sweep does what the policy promised.
  deny('OnlyTheSweepDisposes', ['s3:DeleteObjectVersion'], {
    ArnNotEquals: { 'aws:PrincipalArn': [...rules.removers] },
  });
  // Mutable and unversioned, on locked objects too; and a locked object's key is settled when it is written.
  deny('NobodyChanges', [
    's3:PutObjectAcl',
    's3:PutObjectVersionAcl',
    's3:PutObjectTagging',
    's3:PutObjectVersionTagging',
    's3:DeleteObjectTagging',
    's3:DeleteObjectVersionTagging',
    's3:ReplicateObject',
    's3:ReplicateDelete',
  ]);
  deny('OnlyTheAirlockWrites', [...put, 's3:PutObjectRetention'], {
    ArnNotEquals: { 'aws:PrincipalArn': [...rules.writers] },
  });
  deny('OnlyLegalHoldsByTwoPeople', ['s3:PutObjectLegalHold'], {
    ArnNotEquals: { 'aws:PrincipalArn': [...rules.holders] },
  });
  deny('RetentionIsNamed', put, { Null: { 's3:object-lock-retain-until-date': 'true' } });
  deny('ModeIsNamed', put, { Null: { 's3:object-lock-mode': 'true' } });
  deny('RetentionIsNotShorter', [...put, 's3:PutObjectRetention'], {
    NumericLessThan: { 's3:object-lock-remaining-retention-days': rules.minimumDays },
  });
  if (rules.mode === 'COMPLIANCE')
    deny('ModeIsCompliance', [...put, 's3:PutObjectRetention'], {
      StringNotEqualsIfExists: { 's3:object-lock-mode': 'COMPLIANCE' },
    });
  deny('Encrypted', put, { StringNotEquals: { [encryption]: 'aws:kms' } });
  deny('WithTheArchivesKey', put, { StringNotEquals: { [`${encryption}-aws-kms-key-id`]: rules.keyArn } });
  deny('WrittenOnce', put, { Null: { 's3:if-none-match': 'true' } });
}

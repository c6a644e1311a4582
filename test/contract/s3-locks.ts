// SPDX-License-Identifier: Apache-2.0
import { DeleteObjectCommand, PutObjectRetentionCommand } from '@aws-sdk/client-s3';
import { tenantOf } from '../../lambdas/aws/archive.ts';
import type { Connection } from '../../lambdas/aws/connection.ts';
import { objectClients } from '../../lambdas/aws/objects.ts';
import { versionsOf } from '../../lambdas/aws/versions.ts';
import { isArchiveKey, permitted } from '../../lambdas/archive/object-lock.ts';
import { Failure } from '../../lambdas/failures.ts';
import type { Clock } from '../../lambdas/ports.ts';
import type { LockResult, Locks } from './archive.ts';

const refusable = async (work: Promise<unknown>): Promise<LockResult> => {
  try {
    await work;
    return 'done';
  } catch (thrown) {
    const { name } = thrown as Error;
    if (name === 'AccessDenied') return 'refused';
    if (name === 'NoSuchKey' || name === 'NoSuchVersion') return 'missing';
    throw thrown;
  }
};

/** What no function of the product may do, done with S3's own operations: as an administrator would. */
export function s3Locks(
  connection: Connection,
  bucket: string,
  clock: Clock,
): Pick<Locks, 'extend' | 'remove'> {
  const clients = objectClients(connection);
  const of = async (key: string) => {
    const s3 = clients(tenantOf(key));
    const version = (await versionsOf(s3, bucket, key)).find(({ marker }) => !marker)?.id;
    return { s3, where: { Bucket: bucket, Key: key, VersionId: version }, version };
  };
  const allowing = (bypass: boolean) => (bypass ? { BypassGovernanceRetention: true } : {});
  return {
    extend: async (key, { mode, until }, bypass = false) => {
      if (!isArchiveKey(key) || !permitted({ mode, until }, clock())) throw new Failure('InvalidInput');
      const { s3, where } = await of(key);
      const Retention = { Mode: mode, RetainUntilDate: new Date(until) };
      return refusable(s3.send(new PutObjectRetentionCommand({ ...where, Retention, ...allowing(bypass) })));
    },
    remove: async (key, bypass = false) => {
      const { s3, where, version } = await of(key);
      if (version === undefined) return 'missing';
      return refusable(s3.send(new DeleteObjectCommand({ ...where, ...allowing(bypass) })));
    },
  };
}

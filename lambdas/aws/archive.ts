// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { isArchiveKey, permitted } from '../archive/object-lock.ts';
import { Failure } from '../failures.ts';
import type { Archive, ArchiveObject, Clock, Custodian, Retention } from '../ports.ts';
import { asking, errorName, type Names } from './asking.ts';
import type { Connection } from './connection.ts';
import { contextHeader, isRace, isTaken, objectClients } from './objects.ts';
import { versionsOf } from './versions.ts';

export type ArchiveOptions = Readonly<{
  bucket: string;
  /** The KMS key of the archive. */
  key: string;
  clock: Clock;
  /** Told of a key before it is written: what is locked can then not be left out of the chain. */
  announce?: (key: string) => Promise<void>;
}>;
export type LockedArchive = Archive & Pick<Custodian, 'setLegalHold' | 'remove'>;

const races = 5;
/** S3 may keep a retention to the second. */
const second = 1000;
const denied: Names = { AccessDenied: 'Conflict', ObjectLocked: 'Conflict' };
const absent: Names = { NoSuchKey: 'NotFound', NoSuchVersion: 'NotFound' };

/** Whose an object is: seals are nobody's. */
export const tenantOf = (key: string): string | undefined => /^[a-z]+\/tenant=([^/]+)\//.exec(key)?.[1];

function retentionOf({
  ObjectLockMode: mode,
  ObjectLockRetainUntilDate: until,
}: GetObjectCommandOutput): Retention {
  // An object without a lock is none of this archive's.
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || until === undefined)
    throw new Failure('ArchiveMismatch');
  return { mode, until: until.getTime() };
}

/**
 * The archive on S3 with Object Lock. What stands under a key is its oldest version, whatever was put upon it: a
 * delete marker hides an object from plain reads and lets `If-None-Match: *` write again, but takes nothing away.
 * Every write names its retention and its key, and is read back by version and compared.
 */
export function openArchive(connection: Connection, options: ArchiveOptions): LockedArchive {
  const { bucket, key: kmsKey, clock, announce = async () => undefined } = options;
  const clients = objectClients(connection);
  const clientFor = (key: string): S3Client => {
    if (!isArchiveKey(key)) throw new Failure('InvalidInput');
    return clients(tenantOf(key));
  };
  const standing = async (s3: S3Client, key: string): Promise<string | undefined> =>
    (await versionsOf(s3, bucket, key)).find((version) => !version.marker)?.id;

  const read = (s3: S3Client, key: string, version: string): Promise<ArchiveObject> =>
    asking(async () => {
      const found = await s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: version, ChecksumMode: 'ENABLED' }),
      );
      if (found.Body === undefined) throw new Failure('Malformed');
      const bytes = await found.Body.transformToByteArray();
      return { bytes, retention: retentionOf(found), legalHold: found.ObjectLockLegalHoldStatus === 'ON' };
    }, absent);

  /** @returns the version that was written, undefined when there is an object under the key */
  const write = async (
    s3: S3Client,
    key: string,
    bytes: Uint8Array,
    { mode, until }: Retention,
  ): Promise<string | undefined> => {
    const tenant = tenantOf(key);
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentType: key.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      IfNoneMatch: '*',
      ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: kmsKey,
      SSEKMSEncryptionContext: contextHeader(tenant === undefined ? { holds: 'seals' } : { tenant }),
      BucketKeyEnabled: false,
      ObjectLockMode: mode,
      ObjectLockRetainUntilDate: new Date(until),
    });
    for (let race = 0; race < races; race += 1) {
      const done = await asking(async () => {
        try {
          return { version: (await s3.send(command)).VersionId };
        } catch (thrown) {
          if (isRace(errorName(thrown))) return 'race';
          if (isTaken(errorName(thrown))) return 'taken';
          throw thrown;
        }
      });
      if (done === 'taken') return undefined;
      if (done === 'race') {
        await connection.backOff(race);
        continue;
      }
      // Without versions there is no lock: this bucket is not the archive's.
      if (done.version === undefined) throw new Failure('ArchiveMismatch');
      return done.version;
    }
    throw new Failure('Conflict');
  };

  /** Reads back what was written: these bytes, locked at least as long and exactly as strictly as was asked for. */
  const assertLocked = async (
    s3: S3Client,
    key: string,
    version: string,
    bytes: Uint8Array,
    asked: Retention,
  ) => {
    const back = await read(s3, key, version);
    const same =
      Buffer.from(back.bytes).equals(bytes) &&
      back.retention.mode === asked.mode &&
      back.retention.until > asked.until - second;
    if (!same) throw new Failure('ArchiveMismatch');
  };

  return {
    put: async (key, bytes, retention) => {
      const s3 = clientFor(key);
      if (!permitted(retention, clock())) throw new Failure('InvalidInput');
      await announce(key);
      const version = await write(s3, key, bytes, retention);
      if (version === undefined) return 'exists';
      // Written over a delete marker: what stood before still stands.
      if ((await standing(s3, key)) !== version) return 'exists';
      await assertLocked(s3, key, version, bytes, retention);
      return 'written';
    },

    get: async (key) => {
      const s3 = clientFor(key);
      const version = await standing(s3, key);
      return version === undefined ? undefined : read(s3, key, version);
    },

    setLegalHold: async (key, on) => {
      const s3 = clientFor(key);
      const version = await standing(s3, key);
      if (version === undefined) return 'missing';
      const command = new PutObjectLegalHoldCommand({
        Bucket: bucket,
        Key: key,
        VersionId: version,
        LegalHold: { Status: on ? 'ON' : 'OFF' },
      });
      return refusable(() => asking(() => s3.send(command), { ...absent, ...denied }));
    },

    remove: async (key) => {
      const s3 = clientFor(key);
      const versions = await versionsOf(s3, bucket, key);
      if (!versions.some((version) => !version.marker)) return 'missing';
      for (const { id } of versions) {
        const command = new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: id });
        if ((await refusable(() => asking(() => s3.send(command), denied))) === 'refused') return 'refused';
      }
      return 'done';
    },
  };
}

async function refusable(work: () => Promise<unknown>): Promise<'done' | 'refused'> {
  try {
    await work();
    return 'done';
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.name === 'Conflict') return 'refused';
    throw thrown;
  }
}

// SPDX-License-Identifier: Apache-2.0
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { openArchive } from '../../lambdas/aws/archive.ts';
import { connect, type Connection } from '../../lambdas/aws/connection.ts';
import { objectClients } from '../../lambdas/aws/objects.ts';
import { versionsOf } from '../../lambdas/aws/versions.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { describeArchive, describeObjectLock } from '../contract/archive.ts';
import { s3Locks } from '../contract/s3-locks.ts';
import { day, noon } from '../contract/sample-case.ts';
import { keyName } from './configuration.ts';
import { type Gateway, startGateway } from './radosgw.ts';

jest.setTimeout(180_000);

const bucket = 'archive';
const started: Gateway[] = [];
let connection: Connection;

/** Everybody is the officer there, who may do everything: what is refused, the lock refuses. */
function connectTo({ url, accessKeyId, secretAccessKey }: Gateway): Connection {
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_S3: url,
  });
  delete process.env['AWS_SESSION_TOKEN'];
  // Another clock than this one's: the SDK sees it in the answer that refuses the signature, and signs once more.
  const { own, backOff } = connect({ attempts: 3, clock: Date.now });
  return { own, of: () => own, forget: () => undefined, backOff };
}

const s3 = () => objectClients(connection)();

beforeAll(async () => {
  const gateway = await startGateway(noon);
  started.push(gateway);
  connection = connectTo(gateway);
  await s3().send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: true }));
});
afterAll(() => Promise.all(started.map((gateway) => gateway.close())));

const open = (where = bucket) => {
  let now = noon;
  const setNow = (next: number) => {
    now = next;
    for (const gateway of started) gateway.setNow(next);
  };
  setNow(noon);
  const clock = () => now;
  return { archive: openArchive(connection, { bucket: where, key: keyName, clock }), clock, setNow };
};
const make = async () => {
  const { archive, clock, setNow } = open();
  return { archive: { ...archive, ...s3Locks(connection, bucket, clock) }, setNow };
};
describeArchive('the archive on radosgw', make);
// Stricter than S3, and only where nothing holds the object any more: it weakens no retention, not even one that is over.
describeObjectLock('the archive on radosgw', make, { 'retain again after COMPLIANCE': 'refused' });

const newKey = () => archiveKey('record', { tenantId: 'north', caseId: uuidv7() });
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const compliance = { mode: 'COMPLIANCE' as const, until: noon + 365 * day };

describe('the archive on radosgw', () => {
  it('encrypts with the key of the archive', async () => {
    const key = newKey();
    await open().archive.put(key, bytes('first'), compliance);
    const head = await s3().send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    expect(head).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyName });
  });

  it('keeps the first version behind a delete marker, lets it be held, and lets no second one take its place', async () => {
    const { archive } = open();
    const key = newKey();
    await archive.put(key, bytes('first'), compliance);
    expect((await s3().send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))).DeleteMarker).toBe(true);
    expect(await archive.put(key, bytes('second'), compliance)).toBe('exists');
    expect(await archive.setLegalHold(key, true)).toBe('done');
    const found = await archive.get(key);
    expect(Buffer.from(found!.bytes).toString()).toBe('first');
    expect(found).toMatchObject({ legalHold: true, retention: compliance });
  });

  it('removes every version and marker of what nothing holds any more, and nothing before that', async () => {
    const { archive, setNow } = open();
    const key = newKey();
    await archive.put(key, bytes('first'), compliance);
    await s3().send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    expect(await archive.remove(key)).toBe('refused');
    setNow(compliance.until + 1);
    expect(await archive.remove(key)).toBe('done');
    expect(await versionsOf(s3(), bucket, key)).toEqual([]);
    expect(await archive.remove(key)).toBe('missing');
  });

  it('writes nothing into a bucket without Object Lock', async () => {
    await s3().send(new CreateBucketCommand({ Bucket: 'unlocked' }));
    const key = newKey();
    await expect(open('unlocked').archive.put(key, bytes('first'), compliance)).rejects.toMatchObject({
      name: 'Unavailable',
    });
    expect(await versionsOf(s3(), 'unlocked', key)).toEqual([]);
  });
});

/** Demands of the adapter that this server takes no notice of: what S3 answers to them is shown by a stub only. */
describe('radosgw 16.2 does not show, unlike S3,', () => {
  const put = (key: string, more: object) =>
    s3().send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes('x'), ...more }));

  it('that a conditional write of a key that is there is refused (412)', async () => {
    const key = newKey();
    await put(key, { IfNoneMatch: '*' });
    await put(key, { IfNoneMatch: '*' });
    expect(await versionsOf(s3(), bucket, key)).toHaveLength(2);
  });

  it('that bytes with the checksum of other bytes are refused (400)', async () => {
    const key = newKey();
    await put(key, { ChecksumSHA256: Buffer.alloc(32).toString('base64') });
    expect(await versionsOf(s3(), bucket, key)).toHaveLength(1);
  });
});

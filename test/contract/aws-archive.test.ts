// SPDX-License-Identifier: Apache-2.0
import { afterAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { openArchive } from '../../lambdas/aws/archive.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { type Cloud, deployed, openCloud } from '../stubs/cloud.ts';
import { describeArchive, describeObjectLock } from './archive.ts';
import { s3Locks } from './s3-locks.ts';
import { day, noon } from './sample-case.ts';

const opened: Cloud[] = [];
afterAll(async () => {
  for (const cloud of opened) await cloud.close();
});
const open = async () => {
  const cloud = await openCloud(noon);
  opened.push(cloud);
  const options = { bucket: 'archive', key: deployed.archiveKey, clock: cloud.clock };
  return { cloud, archive: openArchive(cloud.connection, options) };
};

const make = async () => {
  const { cloud, archive } = await open();
  const locks = s3Locks(cloud.connection, 'archive', cloud.clock);
  return { archive: { ...archive, ...locks }, setNow: cloud.setNow };
};
describeArchive('the archive of AWS', make);
describeObjectLock('the archive of AWS', make);

describe('the archive of AWS', () => {
  const key = () => archiveKey('record', { tenantId: 'north', caseId: uuidv7() });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  const compliance = { mode: 'COMPLIANCE' as const, until: noon + 365 * day };

  it('lets the first version stand when a delete marker has let a second one be written', async () => {
    const { cloud, archive } = await open();
    const name = key();
    await archive.put(name, bytes('first'), compliance);
    cloud.s3.bucket('archive').remove(name, undefined, false);
    expect(await archive.put(name, bytes('second'), compliance)).toBe('exists');
    expect(Buffer.from((await archive.get(name))!.bytes).toString()).toBe('first');
  });

  it('finds what stands behind a delete marker', async () => {
    const { cloud, archive } = await open();
    const name = key();
    await archive.put(name, bytes('first'), compliance);
    cloud.s3.bucket('archive').remove(name, undefined, false);
    expect(Buffer.from((await archive.get(name))!.bytes).toString()).toBe('first');
    expect(await archive.setLegalHold(name, true)).toBe('done');
    expect((await archive.get(name))?.legalHold).toBe(true);
  });

  it('removes every version and marker of what nothing holds any more, and nothing before that', async () => {
    const { cloud, archive } = await open();
    const name = key();
    await archive.put(name, bytes('first'), compliance);
    cloud.s3.bucket('archive').remove(name, undefined, false);
    expect(await archive.remove(name)).toBe('refused');
    cloud.setNow(compliance.until + 1);
    await archive.setLegalHold(name, true);
    expect(await archive.remove(name)).toBe('refused');
    await archive.setLegalHold(name, false);
    expect(await archive.remove(name)).toBe('done');
    expect(cloud.s3.bucket('archive').versionsOf(name)).toEqual([]);
    expect(await archive.remove(name)).toBe('missing');
  });

  it.each([
    ['a weaker lock', { mode: 'GOVERNANCE' as const, until: compliance.until }],
    ['a shorter lock', { mode: 'COMPLIANCE' as const, until: compliance.until - 2000 }],
    ['no lock', undefined],
  ])('does not call it written when it reads back %s', async (_what, retention) => {
    const { cloud, archive } = await open();
    const name = key();
    cloud.s3.fail((call) => {
      const found = cloud.s3.bucket('archive').current(name);
      if (call.operation === 'GetObject' && found !== undefined) {
        delete found.retention;
        if (retention !== undefined) found.retention = retention;
      }
      return undefined;
    });
    await expect(archive.put(name, bytes('first'), compliance)).rejects.toMatchObject({
      name: 'ArchiveMismatch',
    });
  });

  it('does not call it written when it reads back other bytes', async () => {
    const { cloud, archive } = await open();
    const name = key();
    cloud.s3.fail((call) => {
      const found = cloud.s3.bucket('archive').current(name);
      if (call.operation === 'GetObject' && found?.body !== undefined) {
        found.body = Buffer.from('other');
        found.headers = {};
      }
      return undefined;
    });
    await expect(archive.put(name, bytes('first'), compliance)).rejects.toMatchObject({
      name: 'ArchiveMismatch',
    });
  });

  it('asks again when another writer is in the way, and gives up after a while', async () => {
    const { cloud, archive } = await open();
    let races = 2;
    const race = { name: 'ConditionalRequestConflict', status: 409 };
    cloud.s3.fail((call) => (call.operation === 'PutObject' && races-- > 0 ? race : undefined));
    expect(await archive.put(key(), bytes('first'), compliance)).toBe('written');
    races = Infinity;
    await expect(archive.put(key(), bytes('first'), compliance)).rejects.toMatchObject({ name: 'Conflict' });
  });

  it.each([
    ['SlowDown', { name: 'SlowDown', status: 503 }, 'Throttled'],
    ['an internal error', { name: 'InternalError', status: 500 }, 'Unavailable'],
    ['an expired token', { name: 'ExpiredToken', status: 400 }, 'Unavailable'],
    ['a broken connection', 'reset' as const, 'Unavailable'],
    ['half an object', 'cut' as const, 'Unavailable'],
  ])('%s while reading is %s', async (_what, fault, name) => {
    const { cloud, archive } = await open();
    const where = key();
    await archive.put(where, bytes('x'.repeat(100_000)), compliance);
    cloud.s3.fail((call) => (call.operation === 'GetObject' ? fault : undefined));
    const error: unknown = await archive.get(where).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name });
    expect((error as Error).message).not.toContain('leaked');
  });
});

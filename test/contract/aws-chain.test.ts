// SPDX-License-Identifier: Apache-2.0
import { afterAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { readSeal } from '../../lambdas/archive/seal.ts';
import { isSigned } from '../../lambdas/archive/signature.ts';
import { openArchive } from '../../lambdas/aws/archive.ts';
import { announcing, openChain } from '../../lambdas/aws/chain.ts';
import type { Ports } from '../../lambdas/ports.ts';
import { leavesKey, sealKey } from '../../lambdas/records/seal.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { sealArchive } from '../../lambdas/steps/seal-archive.ts';
import { type Cloud, deployed, openCloud } from '../stubs/cloud.ts';
import { day, noon } from './sample-case.ts';

const opened: Cloud[] = [];
afterAll(async () => {
  for (const cloud of opened) await cloud.close();
});

const open = async () => {
  const cloud = await openCloud(noon);
  opened.push(cloud);
  const { connection, clock } = cloud;
  const archive = openArchive(connection, {
    bucket: 'archive',
    key: deployed.archiveKey,
    clock,
    announce: announcing(connection, 'seals', clock),
  });
  const chain = openChain(connection, {
    table: 'seals',
    signingKeys: [deployed.signingKey],
    headsBucket: 'heads',
    archive,
  });
  const ports = { archive, chain, clock } as unknown as Ports;
  return { cloud, archive, chain, seal: sealArchive(ports) };
};
const retention = { mode: 'COMPLIANCE' as const, until: noon + 365 * day };
const newKey = (tenantId = 'north') => archiveKey('record', { tenantId, caseId: uuidv7() });
const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe('the chain of AWS', () => {
  it('seals what was locked, of all tenants, once, with the key in KMS', async () => {
    const { cloud, archive, chain, seal } = await open();
    const keys = [newKey(), newKey(), newKey('south')];
    for (const key of keys) await archive.put(key, bytes(key), retention);
    expect([...(await chain.unsealed(10))].sort()).toEqual([...keys].sort());
    expect(await seal()).toEqual({ seals: 1, objects: 3, newest: 1 });
    expect(await seal()).toEqual({ seals: 0, objects: 0, newest: 1 });
    for (const key of keys) expect(await chain.sealOf(key)).toBe(1);
    const made = readSeal((await archive.get(sealKey(1)))!.bytes);
    expect(isSigned(made!, cloud.kms.publicKey)).toBe(true);
    expect((await chain.readHead())?.sequence).toBe(1);
    expect(Buffer.from((await archive.get(leavesKey(1)))!.bytes).toString()).toContain(keys[0]);
  });

  it('goes on where it was, seal after seal', async () => {
    const { archive, chain, seal } = await open();
    await archive.put(newKey(), bytes('a'), retention);
    await seal();
    await archive.put(newKey(), bytes('b'), retention);
    expect(await seal()).toMatchObject({ seals: 1, newest: 2 });
    expect(await chain.newest()).toBe(2);
  });

  it('seals what was locked by a process that went away right after it had written', async () => {
    const { cloud, archive, seal } = await open();
    const key = newKey();
    cloud.s3.fail((call) => (call.operation === 'ListObjectVersions' ? 'reset' : undefined));
    await expect(archive.put(key, bytes('a'), retention)).rejects.toMatchObject({ name: 'Unavailable' });
    cloud.s3.fail(undefined);
    expect(await seal()).toMatchObject({ seals: 1, objects: 1 });
  });

  it('waits for what was announced and not written', async () => {
    const { cloud, archive, chain, seal } = await open();
    const key = newKey();
    cloud.s3.fail((call) => (call.operation === 'PutObject' ? 'reset' : undefined));
    await expect(archive.put(key, bytes('a'), retention)).rejects.toMatchObject({ name: 'Unavailable' });
    cloud.s3.fail(undefined);
    expect(await chain.unsealed(10)).toEqual([]);
    await archive.put(key, bytes('a'), retention);
    expect(await seal()).toMatchObject({ objects: 1 });
  });

  it('writes nothing that it could not announce', async () => {
    const { cloud, archive } = await open();
    const key = newKey();
    cloud.dynamo.fail(() => ({ name: 'InternalServerError', status: 500 }));
    await expect(archive.put(key, bytes('a'), retention)).rejects.toMatchObject({ name: 'Unavailable' });
    expect(cloud.s3.bucket('archive').versionsOf(key)).toEqual([]);
  });

  it('does not seal on over a seal that is gone', async () => {
    const { cloud, archive, seal } = await open();
    await archive.put(newKey(), bytes('a'), retention);
    await seal();
    cloud.setNow(retention.until + 1);
    cloud.s3.bucket('archive').remove(sealKey(1), cloud.s3.bucket('archive').current(sealKey(1))!.id, false);
    await expect(seal()).rejects.toMatchObject({ name: 'ArchiveMismatch' });
  });

  it('seals nothing while the key cannot be used, and everything when it can again', async () => {
    const { cloud, archive, seal } = await open();
    await archive.put(newKey(), bytes('a'), retention);
    for (const operation of ['GetPublicKey', 'Sign']) {
      cloud.kms.fail((call) =>
        call.operation === operation ? { name: 'DisabledException', status: 400 } : undefined,
      );
      await expect(seal()).rejects.toMatchObject({ name: 'Unavailable' });
    }
    cloud.kms.fail(undefined);
    expect(await seal()).toMatchObject({ seals: 1 });
  });
});

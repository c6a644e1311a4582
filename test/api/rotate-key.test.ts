// SPDX-License-Identifier: Apache-2.0
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { isSigned, keyIdOf } from '../../lambdas/archive/signature.ts';
import type { ArchiveEvent } from '../../lambdas/records/event.ts';
import type { Seal } from '../../lambdas/records/seal.ts';
import { exportArchive, exportedArchive, exportedKey } from '../../local/export-archive.ts';
import { verifyFolder } from '../../local/verify-folder.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { filesBelow } from '../local/files-below.ts';
import { codeOf } from './stage.ts';

// Whole pipelines, each on a folder of its own: slow where much else runs.
jest.setTimeout(60_000);

let airlock: TestAirlock;
beforeEach(async () => {
  airlock = await openTestAirlock({ models: scripted('Her cough is better.') });
});
afterEach(() => airlock.remove());

const rotate = (who = people.cora) => airlock.call('rotateSealKey', who, { body: { reason: 'incident' } });
type Proof = { record: { seal: Seal }; publicKey: string };
const proofOf = async (caseId: string) =>
  (await airlock.call('readProof', people.cora, { params: { caseId } })).body as Proof;

describe('POST /v1/archive/seals/key', () => {
  it('rotates the key, on record in the seal itself, and proofs name the key that signed them', async () => {
    const before = await airlock.submit('Summarise: a cough for three weeks.');
    await airlock.call('sealArchive', people.cora);
    const reply = await rotate();
    const { event, publicKey } = reply.body as { event: string; publicKey: string };
    const after = await airlock.submit('Summarise: a cough for three weeks.');
    await airlock.call('sealArchive', people.cora);

    const events = filesBelow(join(airlock.folder, 'archive'))
      .filter((path) => path.includes('/event/') && path.endsWith('.json'))
      .map((path) => JSON.parse(readFileSync(path, 'utf8')) as ArchiveEvent);
    expect(events).toMatchObject([
      { kind: 'key-rotated', eventId: event, by: 'cora', reason: 'incident', tenantId: 'clinic' },
    ]);
    const [older, newer] = [await proofOf(before.caseId), await proofOf(after.caseId)];
    expect(newer.publicKey).toBe(publicKey);
    expect(older.publicKey).not.toBe(publicKey);
    for (const proof of [older, newer]) expect(isSigned(proof.record.seal, proof.publicKey)).toBe(true);
    const { publicKeys, publicKey: signing } = (await airlock.call('listSeals', people.cora)).body as {
      publicKeys: string[];
      publicKey: string;
    };
    expect({ publicKeys, signing }).toEqual({
      publicKeys: [older.publicKey, publicKey],
      signing: publicKey,
    });
    expect(keyIdOf(publicKey)).toBe(newer.record.seal.keyId);
  });

  it('leaves an export that is verified from the key that came with it, and from the first one', async () => {
    await airlock.submit('Summarise: a cough for three weeks.');
    await rotate();
    await airlock.submit('Summarise: a cough for three weeks.');
    await airlock.call('sealArchive', people.cora);
    const target = `${airlock.folder}.export`;
    exportArchive(airlock.folder, target);
    const publicKey = readFileSync(exportedKey(target), 'utf8');
    expect(publicKey).toBe(airlock.ports.chain.publicKey);
    expect(verifyFolder({ folder: exportedArchive(target), publicKey, live: false }).complaints).toEqual([]);
    rmSync(target, { recursive: true });
  });

  it('is for compliance', async () => {
    for (const who of [people.nora, people.rita, people.sena])
      expect(codeOf(await rotate(who))).toBe('forbidden');
  });
});

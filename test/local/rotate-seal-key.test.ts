// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSeal, sealHash, signedPart, writeSeal } from '../../lambdas/archive/seal.ts';
import { agreedPart, keyIdOf } from '../../lambdas/archive/signature.ts';
import { type Seal, sealKey } from '../../lambdas/records/seal.ts';
import { rotateSealKey } from '../../lambdas/steps/rotate-seal-key.ts';
import { publicKeyFile } from '../../local/seal-key.ts';
import { verifyFolder } from '../../local/verify-folder.ts';
import { openSealedArchive, type SealedArchive } from './sealed-archive.ts';

let stage: SealedArchive;
beforeEach(async () => {
  stage = await openSealedArchive();
  await stage.addCase();
  await stage.seal();
});
afterEach(() => stage.remove());

const rotate = () => rotateSealKey(stage.ports)();
const archive = () => join(stage.folder, 'archive');
const keyOf = (generation: number) => readFileSync(publicKeyFile(stage.folder, generation), 'utf8');
const verify = (generation = 1, folder = archive()) =>
  verifyFolder({ folder, publicKey: keyOf(generation), live: true }).complaints.map(
    ({ kind, where }) => `${kind} ${where}`,
  );
const privateKey = (name: string) => createPrivateKey(readFileSync(join(stage.folder, name)));
const publicPem = (key: KeyObject) => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

/** One seal before, the seal that rotates, and one after it. */
async function rotated(): Promise<void> {
  await stage.addCase();
  await rotate();
  await stage.addCase();
  await stage.seal();
}

describe('rotating the key of the seals', () => {
  it('hands over in a seal that both keys sign, and verification follows it from the first key', async () => {
    await rotated();
    const seals = [1, 2, 3].map((sequence) => readSeal(readFileSync(join(archive(), sealKey(sequence))))!);
    expect(seals.map(({ schema, keyId }) => [schema, keyId])).toEqual([
      ['airlock.seal/1', keyIdOf(keyOf(1))],
      ['airlock.seal/2', keyIdOf(keyOf(1))],
      ['airlock.seal/1', keyIdOf(keyOf(2))],
    ]);
    expect(seals[1]!.nextKey).toBe(keyOf(2));
    expect(verify()).toEqual([]);
  });

  it('is followed as often as it happens, by whoever reopens the folder, and with nothing that waits', async () => {
    await rotated();
    await rotate();
    await stage.reopen();
    await rotate();
    await stage.addCase();
    await stage.seal();
    expect(readSeal(readFileSync(join(archive(), sealKey(4))))).toMatchObject({ count: 0 });
    expect((await stage.chain.signers()).length).toBe(4);
    expect(verify()).toEqual([]);
  });

  it('can be verified with a newer key alone: it vouches for what came before it', async () => {
    await rotated();
    await rotate();
    await stage.addCase();
    await stage.seal();
    expect(verify(2)).toEqual([]);
    expect(verify(3)).toEqual([]);
    // But not for something else in its place.
    const path = join(archive(), sealKey(1));
    const seal = readSeal(readFileSync(path))!;
    rmSync(path);
    writeFileSync(path, writeSeal({ ...seal, time: seal.time + 1 }));
    expect(verify(3)).toEqual([`chain-broken ${sealKey(2)}`]);
  });

  it('keeps the new key as private as the old one, and the public halves of all', async () => {
    await rotated();
    expect(statSync(join(stage.folder, 'seal-key-2.pem')).mode & 0o077).toBe(0);
    expect(keyOf(1)).not.toBe(keyOf(2));
    expect(existsSync(join(stage.folder, 'seal-key.pem'))).toBe(true);
  });

  it('uses the key that an interrupted rotation made, and does not sign with it before', async () => {
    const unwritable = {
      ...stage.ports,
      archive: { ...stage.ports.archive, put: () => Promise.reject(new Error('crash')) },
    };
    await stage.addCase();
    await expect(rotateSealKey(unwritable)()).rejects.toThrow('crash');
    await stage.reopen();
    await stage.seal();
    expect(verify()).toEqual([]);
    const seal = await rotate();
    expect(seal.nextKey).toBe(keyOf(2));
    expect((await stage.chain.signers()).length).toBe(2);
    expect(verify()).toEqual([]);
  });

  it('seals nothing where the key that the chain names is not there', async () => {
    await rotated();
    rmSync(join(stage.folder, 'seal-key-2.pem'));
    await stage.reopen();
    await stage.addCase();
    await expect(stage.seal()).rejects.toMatchObject({ name: 'NotFound' });
    expect(verify()).toEqual([]);
  });
});

describe('a rotation that was tampered with', () => {
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const signature = (key: KeyObject, bytes: Uint8Array) => sign('sha256', bytes, key).toString('base64');
  type Forge = (seal: Seal, old: KeyObject) => Seal;
  /** Signed anew by whoever has the old key, after an edit. */
  const resigned = (seal: Omit<Seal, 'signature'>, key: KeyObject): Seal => ({
    ...seal,
    signature: signature(key, signedPart(seal)),
  });
  const table: readonly (readonly [string, Forge, readonly string[]])[] = [
    [
      'the next key exchanged',
      (seal) => ({ ...seal, nextKey: publicPem(stranger) }),
      ['signature-wrong 2', 'key-unknown 3', 'chain-broken 3'],
    ],
    [
      'by whoever has the old key, a next key that never agreed',
      ({ nextSignature: _, ...seal }, old) => resigned(seal, old),
      ['rotation-wrong 2', 'key-unknown 3', 'chain-broken 3'],
    ],
    [
      'by whoever has the old key, an agreement of another key',
      (seal, old) => resigned({ ...seal, nextSignature: signature(stranger, agreedPart(seal)) }, old),
      ['rotation-wrong 2', 'key-unknown 3', 'chain-broken 3'],
    ],
    [
      'by whoever has the old key, an agreement to another seal',
      (seal, old) => resigned({ ...seal, time: seal.time + 1 }, old),
      ['rotation-wrong 2', 'key-unknown 3', 'chain-broken 3'],
    ],
    [
      'by a stranger who names himself and agrees',
      (seal) => {
        const named = { ...seal, keyId: keyIdOf(publicPem(stranger)), nextKey: publicPem(stranger) };
        const agreed = { ...named, nextSignature: signature(stranger, agreedPart(named)) };
        return resigned(agreed, stranger);
      },
      ['key-unknown 2', 'key-unknown 3', 'chain-broken 3'],
    ],
    [
      'a next key that is none',
      (seal, old) =>
        resigned({ ...seal, nextKey: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n' }, old),
      ['rotation-wrong 2', 'key-unknown 3', 'chain-broken 3'],
    ],
  ];
  it.each(table.map(([what, forge, found]) => ({ what, forge, found })))(
    'is named: $what',
    async ({ forge, found }) => {
      await rotated();
      const folder = mkdtempSync(join(tmpdir(), 'airlock-forged-'));
      cpSync(archive(), folder, { recursive: true });
      const path = join(folder, sealKey(2));
      const forged = forge(readSeal(readFileSync(path))!, privateKey('seal-key.pem'));
      rmSync(path);
      writeFileSync(path, writeSeal(forged));
      expect(verify(1, folder)).toEqual(
        found.map((each) => `${each.slice(0, -1)}${sealKey(Number(each.at(-1)))}`),
      );
      rmSync(folder, { recursive: true });
    },
  );

  it('vouches for nothing where the new key did not agree to it', async () => {
    await rotated();
    const path = join(archive(), sealKey(2));
    const { nextSignature: _, ...seal } = readSeal(readFileSync(path))!;
    rmSync(path);
    writeFileSync(path, writeSeal(resigned(seal, privateKey('seal-key.pem'))));
    expect(verify(2)).toEqual([
      `key-unknown ${sealKey(1)}`,
      `key-unknown ${sealKey(2)}`,
      `chain-broken ${sealKey(3)}`,
    ]);
  });

  it('is named when the old key signs on after it handed over', async () => {
    await rotated();
    const old = privateKey('seal-key.pem');
    const path = join(archive(), sealKey(3));
    const { signature: _, ...seal } = readSeal(readFileSync(path))!;
    rmSync(path);
    writeFileSync(path, writeSeal(resigned({ ...seal, keyId: keyIdOf(keyOf(1)) }, old)));
    expect(verify()).toEqual([`key-unknown ${sealKey(3)}`]);
  });

  it('is named when the seal that rotates is left out', async () => {
    await rotated();
    const third = readSeal(readFileSync(join(archive(), sealKey(3))))!;
    expect(third.previous).toBe(sealHash(readFileSync(join(archive(), sealKey(2)))));
    rmSync(join(archive(), sealKey(2)));
    expect(verify()).toEqual([
      `seal-missing ${sealKey(2)}`,
      `key-unknown ${sealKey(3)}`,
      `chain-broken ${sealKey(3)}`,
    ]);
  });
});

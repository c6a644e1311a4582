// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type ProofReply, verifyProof } from '../../console/src/pages/archive/verify-proof.ts';
import { proofOf, rootOfList, signedPart, writeLeaves } from '../../lambdas/archive/seal.ts';
import { keyIdOf } from '../../lambdas/archive/signature.ts';
import { sha256 } from '../../lambdas/records/digest.ts';
import { type Leaf, noSeal, type Seal } from '../../lambdas/records/seal.ts';

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const object = '{"schema":"airlock.record/1","note":"é"}';
const keyOf = (index: number) => `record/tenant=clinic/day=2026-11-20/${String(index).padStart(4, '0')}.json`;
const leafAt = (index: number, of = object): Leaf => ({
  key: keyOf(index),
  sha256: sha256(of),
  bytes: of.length,
  mode: 'GOVERNANCE',
  until: 1_900_000_000_000,
});

/** The proof of one of so many records. */
function proved(count: number, position: number): ProofReply {
  const list = writeLeaves(
    Array.from({ length: count }, (_, index) =>
      leafAt(index, index === position ? object : `other ${index}`),
    ),
  );
  const unsigned: Omit<Seal, 'signature'> = {
    schema: 'airlock.seal/1',
    sequence: 1,
    previous: noSeal,
    root: rootOfList(list),
    count,
    time: 1_800_000_000_000,
    keyId: keyIdOf(publicKey),
  };
  const signature = sign('sha256', signedPart(unsigned), keys.privateKey).toString('base64');
  return { record: proofOf({ ...unsigned, signature }, list, keyOf(position)), object, publicKey };
}

describe('the browser proves that a record is in a seal', () => {
  it('in trees of every size, at every place', async () => {
    for (const count of [1, 2, 3, 4, 5, 7, 8, 13, 33])
      for (let position = 0; position < count; position += 1)
        expect([count, position, await verifyProof(proved(count, position))]).toEqual([
          count,
          position,
          undefined,
        ]);
  });

  it('whatever lengths the numbers of a signature have', async () => {
    for (let tries = 0; tries < 150; tries += 1) expect(await verifyProof(proved(2, 1))).toBeUndefined();
  });
});

describe('the browser names what does not fit', () => {
  const good = proved(13, 5);
  const { record } = good;
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    type: 'spki',
    format: 'pem',
  });
  it.each<[string, string, ProofReply]>([
    ['a record that was changed', 'hash', { ...good, object: object.replace('é', 'e') }],
    [
      'a retention that was changed',
      'path',
      { ...good, record: { ...record, leaf: { ...record.leaf, until: 1 } } },
    ],
    ['another place', 'path', { ...good, record: { ...record, position: 6 } }],
    ['a way that is too short', 'path', { ...good, record: { ...record, path: record.path.slice(1) } }],
    ['a way that is too long', 'path', { ...good, record: { ...record, path: [...record.path, noSeal] } }],
    ['another key', 'key', { ...good, publicKey: other.toString() }],
    ['what is no key', 'shape', { ...good, publicKey: '***' }],
    ['another time', 'signature', { ...good, record: { ...record, seal: { ...record.seal, time: 1 } } }],
    [
      'another signature',
      'signature',
      {
        ...good,
        record: { ...record, seal: { ...record.seal, signature: proved(2, 0).record.seal.signature } },
      },
    ],
  ])('%s: %s', async (_what, expected, reply) => expect(await verifyProof(reply)).toBe(expected));
});

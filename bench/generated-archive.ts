// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootOfList, sealHash, signedPart, writeLeaves, writeSeal } from '../lambdas/archive/seal.ts';
import { keyIdOf } from '../lambdas/archive/signature.ts';
import { canonicalJson, sha256 } from '../lambdas/records/digest.ts';
import { type Leaf, leavesKey, noSeal, type Seal, sealKey } from '../lambdas/records/seal.ts';
import { archiveKey, type Transcript } from '../lambdas/records/transcript.ts';

/** As many objects as the product puts into one seal. */
const ofOneSeal = 10_000;

/**
 * Writes records into a folder as the archive has them, with their locks, and seals them. Holds one seal's leaves.
 * @returns the public key to verify with
 */
export function writeArchive(archive: string, records: Iterable<Transcript>): string {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const keyId = keyIdOf(pem);
  const made = new Set<string>();
  let leaves: Leaf[] = [];
  let [sequence, previous, time] = [0, noSeal, 0];

  const write = (key: string, bytes: Buffer, { mode, until }: Transcript['retention']) => {
    const path = join(archive, key);
    const place = dirname(path);
    if (!made.has(place)) mkdirSync(place, { recursive: true });
    made.add(place);
    const lock = { mode, until, legalHold: false, sha256: sha256(bytes), bytes: bytes.length };
    writeFileSync(path, bytes);
    writeFileSync(`${path}.lock`, JSON.stringify(lock));
    return lock;
  };
  const seal = () => {
    const first = leaves[0];
    if (first === undefined) return;
    sequence += 1;
    const until = leaves.reduce((latest, leaf) => Math.max(latest, leaf.until), 0);
    const list = writeLeaves(leaves);
    const unsigned: Omit<Seal, 'signature'> = {
      schema: 'airlock.seal/1',
      sequence,
      previous,
      root: rootOfList(list),
      count: leaves.length,
      time,
      keyId,
    };
    const bytes = writeSeal({
      ...unsigned,
      signature: sign('sha256', signedPart(unsigned), privateKey).toString('base64'),
    });
    const retention = { mode: 'COMPLIANCE', until } as const;
    write(leavesKey(sequence), Buffer.from(list), retention);
    write(sealKey(sequence), bytes, retention);
    previous = sealHash(bytes);
    leaves = [];
  };

  for (const record of records) {
    const key = archiveKey('record', record);
    const {
      mode,
      until,
      sha256: hash,
      bytes,
    } = write(key, Buffer.from(canonicalJson(record)), record.retention);
    leaves.push({ key, sha256: hash, bytes, mode, until });
    time = record.closedAt;
    if (leaves.length === ofOneSeal) seal();
  }
  seal();
  return pem;
}

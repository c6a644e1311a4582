// SPDX-License-Identifier: Apache-2.0
import { headOf, rootOfList, sealHash, signedPart, writeLeaves, writeSeal } from '../archive/seal.ts';
import { agreedPart, keyIdOf } from '../archive/signature.ts';
import { Failure } from '../failures.ts';
import type { Chain, Ports, Retention, Signer } from '../ports.ts';
import { sha256 } from '../records/digest.ts';
import { type Leaf, leavesKey, noSeal, type Seal, sealKey } from '../records/seal.ts';
import { isAbsent, keysIn, listOf, sealAt, type Standing } from './chain-end.ts';

/** Most objects of one seal: its list is read whole. */
const most = 10_000;
const atOnce = 16;

async function leafOf(ports: Ports, key: string): Promise<Leaf> {
  const object = await ports.archive.get(key);
  if (isAbsent(object)) throw new Failure('ArchiveMismatch');
  const { mode, until } = object.retention;
  return { key, sha256: sha256(object.bytes), bytes: object.bytes.length, mode, until };
}

async function leavesOf(ports: Ports, keys: readonly string[]): Promise<Leaf[]> {
  const leaves: Leaf[] = [];
  for (let from = 0; from < keys.length; from += atOnce)
    leaves.push(...(await Promise.all(keys.slice(from, from + atOnce).map((key) => leafOf(ports, key)))));
  return leaves;
}

/** A seal is kept at least as long, and as strictly, as what it takes up and the seals before it. */
function retentionOf(leaves: readonly Leaf[], before: Retention | undefined): Retention {
  const all: readonly Retention[] = before === undefined ? leaves : [...leaves, before];
  return {
    mode: all.some(({ mode }) => mode === 'COMPLIANCE') ? 'COMPLIANCE' : 'GOVERNANCE',
    until: Math.max(...all.map(({ until }) => until)),
  };
}

/**
 * The list of the next seal: the one that an attempt before this one has locked, else one of what is not sealed yet.
 * An empty one only for a change of keys.
 */
async function nextList(
  ports: Ports,
  chain: Chain,
  sequence: number,
  before: Retention | undefined,
  evenEmpty: boolean,
) {
  const begun = await ports.archive.get(leavesKey(sequence));
  if (begun !== undefined) return { list: Buffer.from(begun.bytes).toString(), retention: begun.retention };
  const leaves = await leavesOf(ports, await chain.unsealed(most));
  if (leaves.length === 0 && (!evenEmpty || before === undefined)) return undefined;
  const list = writeLeaves(leaves);
  const retention = retentionOf(leaves, before);
  await ports.archive.put(leavesKey(sequence), Buffer.from(list), retention);
  if ((await listOf(ports, sequence)) !== list) throw new Failure('ArchiveConflict');
  return { list, retention };
}

/** Where among the signers the one stands that signs next, by what the chain says. @throws NotFound when it is not here */
export function signingNext(signers: readonly Signer[], newest: Seal | undefined): number {
  if (newest === undefined) return 0;
  const wanted = newest.nextKey === undefined ? newest.keyId : keyIdOf(newest.nextKey);
  const found = signers.findIndex(({ publicKey }) => keyIdOf(publicKey) === wanted);
  if (found < 0) throw new Failure('NotFound');
  return found;
}

type Unsigned = Omit<Seal, 'signature' | 'nextKey' | 'nextSignature'>;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Signs a seal; one that names the next key has that one sign first. */
async function signed(unsigned: Unsigned, signer: Signer, successor: Signer | undefined): Promise<Seal> {
  if (successor === undefined)
    return { ...unsigned, signature: base64(await signer.sign(signedPart(unsigned))) };
  const named = { ...unsigned, schema: 'airlock.seal/2' as const, nextKey: successor.publicKey };
  const agreed = { ...named, nextSignature: base64(await successor.sign(agreedPart(named))) };
  return { ...agreed, signature: base64(await signer.sign(signedPart(agreed))) };
}

/**
 * Makes the next seal of what waits, or of nothing where it hands over to a successor; undefined where there is none to make.
 * @throws NotFound when the key that signs next is not here, ClockBehind, ArchiveConflict, ArchiveMismatch
 */
export async function sealNext(ports: Ports, chain: Chain, newest: Standing | undefined, successor?: Signer) {
  const sequence = (newest?.seal.sequence ?? 0) + 1;
  const next = await nextList(ports, chain, sequence, newest?.retention, successor !== undefined);
  if (next === undefined) return undefined;
  const time = ports.clock();
  // A clock that was put back would date this seal before the one it follows. It waits.
  if (time < (newest?.seal.time ?? 0)) throw new Failure('ClockBehind');
  const keys = keysIn(next.list);
  const signers = await chain.signers();
  const signer = signers[signingNext(signers, newest?.seal)];
  if (signer === undefined) throw new Failure('NotFound');
  const unsigned: Unsigned = {
    schema: 'airlock.seal/1',
    sequence,
    previous: newest === undefined ? noSeal : sealHash(newest.bytes),
    root: rootOfList(next.list),
    count: keys.length,
    time,
    keyId: keyIdOf(signer.publicKey),
  };
  const bytes = writeSeal(await signed(unsigned, signer, successor));
  await ports.archive.put(sealKey(sequence), bytes, next.retention);
  const standing = await sealAt(ports, sequence);
  if (standing === undefined || !bytes.equals(standing.bytes)) throw new Failure('ArchiveConflict');
  await chain.took(sequence, keys);
  await chain.writeHead(headOf(standing.seal, standing.bytes));
  return standing;
}

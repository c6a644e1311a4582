// SPDX-License-Identifier: Apache-2.0
import {
  headOf,
  linesOf,
  readLeaf,
  readSeal,
  rootOfList,
  sealHash,
  signedPart,
  writeLeaves,
  writeSeal,
} from '../archive/seal.ts';
import { agreedPart, keyIdOf } from '../archive/signature.ts';
import { Failure } from '../failures.ts';
import type { ArchiveObject, Chain, Ports, Retention, Signer } from '../ports.ts';
import { sha256 } from '../records/digest.ts';
import { type Leaf, leavesKey, noSeal, type Seal, sealKey } from '../records/seal.ts';

/** Most objects of one seal: its list is read whole. */
const most = 10_000;
const atOnce = 16;

export type Sealed = Readonly<{
  /** Seals made now, and the objects they took up. */
  seals: number;
  objects: number;
  /** The newest seal; 0 where there is none. */
  newest: number;
}>;

type Standing = Readonly<{ seal: Seal; bytes: Uint8Array; retention: Retention }>;
const isAbsent = (object: ArchiveObject | undefined): object is undefined => object === undefined;

async function sealAt(ports: Ports, sequence: number): Promise<Standing | undefined> {
  const object = await ports.archive.get(sealKey(sequence));
  if (isAbsent(object)) return undefined;
  const seal = readSeal(object.bytes);
  if (seal?.sequence !== sequence) throw new Failure('ArchiveMismatch');
  return { seal, bytes: object.bytes, retention: object.retention };
}

/** The list that belongs to a seal. @throws ArchiveMismatch */
export async function listOf(ports: Pick<Ports, 'archive'>, sequence: number): Promise<string> {
  const object = await ports.archive.get(leavesKey(sequence));
  if (isAbsent(object)) throw new Failure('ArchiveMismatch');
  return Buffer.from(object.bytes).toString();
}

const keysIn = (list: string): string[] =>
  linesOf(list).map((line) => {
    const leaf = readLeaf(line);
    if (leaf === undefined) throw new Failure('ArchiveMismatch');
    return leaf.key;
  });

/**
 * The newest seal. One that was archived but not remembered, because of a crash in between, is taken in.
 * @throws ArchiveMismatch when a seal is gone that was remembered or whose head was written outside: to seal on
 * would cover that up
 */
async function newestSeal(ports: Ports, chain: Chain): Promise<Standing | undefined> {
  let sequence = await chain.newest();
  let newest = sequence === 0 ? undefined : await sealAt(ports, sequence);
  if (sequence > 0 && newest === undefined) throw new Failure('ArchiveMismatch');
  for (
    let next = await sealAt(ports, sequence + 1);
    next !== undefined;
    next = await sealAt(ports, sequence + 1)
  ) {
    sequence += 1;
    await chain.took(sequence, keysIn(await listOf(ports, sequence)));
    newest = next;
  }
  const head = await chain.readHead();
  if (head === undefined) return newest;
  const named = head.sequence === sequence ? newest : await sealAt(ports, head.sequence);
  if (named === undefined || sealHash(named.bytes) !== head.seal) throw new Failure('ArchiveMismatch');
  return newest;
}

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

async function sealNext(ports: Ports, chain: Chain, newest: Standing | undefined, successor?: Signer) {
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

/**
 * Seals everything that was locked since the last seal: every hour, and on demand. One at a time: of two that run
 * together one gets ArchiveConflict. What a crash interrupts, the next run finishes as it was begun.
 * @throws Unavailable where nothing signs, ArchiveMismatch when the chain has lost a seal, ClockBehind, ArchiveConflict
 */
export const sealArchive = (ports: Ports) => async (): Promise<Sealed> => {
  const { chain } = ports;
  if (chain === undefined) throw new Failure('Unavailable');
  let newest = await newestSeal(ports, chain);
  let seals = 0;
  let objects = 0;
  for (
    let made = await sealNext(ports, chain, newest);
    made !== undefined;
    made = await sealNext(ports, chain, newest)
  ) {
    newest = made;
    seals += 1;
    objects += made.seal.count;
  }
  // After a crash between the two, the head outside is behind what is archived.
  if (newest !== undefined && (await chain.readHead())?.sequence !== newest.seal.sequence)
    await chain.writeHead(headOf(newest.seal, newest.bytes));
  return { seals, objects, newest: newest?.seal.sequence ?? 0 };
};

/**
 * Hands the chain over to another key: seals what waits, in a seal that names the new key and is signed by both. From
 * then on the old one signs nothing. The new key is the one after it, made now where keys are made.
 * @throws Unavailable where there is no key to hand over to, and as `sealArchive`
 */
export const rotateSealKey = (ports: Ports) => async (): Promise<Seal> => {
  const { chain } = ports;
  if (chain === undefined) throw new Failure('Unavailable');
  const newest = await newestSeal(ports, chain);
  const signers = await chain.signers();
  const successor = signers[signingNext(signers, newest?.seal) + 1] ?? (await chain.newSigner?.());
  if (successor === undefined) throw new Failure('Unavailable');
  const made = await sealNext(ports, chain, newest, successor);
  if (made === undefined) throw new Failure('Unavailable');
  return made.seal;
};

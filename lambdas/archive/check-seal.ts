// SPDX-License-Identifier: Apache-2.0
import { type Head, type Leaf, leavesKey, noSeal, type Seal, sealKey } from '../records/seal.ts';
import type { Complain } from './complaint.ts';
import { linesOf, readLeaf, readSeal, rootOfList, sealHash } from './seal.ts';
import { isAgreed, isSigned, keyIdOf } from './signature.ts';

/** What the chain looked like up to a seal. */
export type Link = Readonly<{ sequence: number; hash: string; time: number }>;
export const beforeFirst: Link = { sequence: 0, hash: noSeal, time: 0 };

/** The key that is trusted, and its id. */
export type Trusted = Readonly<{ publicKey: string; keyId: string }>;

/**
 * The key that is trusted after a seal: the one it names, if the trusted one signed that, and the new one too. A key
 * that was handed over signs nothing any more.
 */
export function trustedAfter(seal: Seal, trusted: Trusted, complain: Complain): Trusted {
  const { nextKey, keyId } = seal;
  if (nextKey === undefined || keyId !== trusted.keyId || !isSigned(seal, trusted.publicKey)) return trusted;
  try {
    if (isAgreed(seal)) return { publicKey: nextKey, keyId: keyIdOf(nextKey) };
  } catch {
    // What it names is no key.
  }
  complain('rotation-wrong', sealKey(seal.sequence));
  return trusted;
}

/**
 * Whether the trusted key took over at this seal. It signed the seal, and so all before it by their hashes: those need no
 * older key.
 */
export function takesOver(seal: Seal, { keyId }: Trusted): boolean {
  if (seal.nextKey === undefined) return false;
  try {
    return keyIdOf(seal.nextKey) === keyId && isAgreed(seal);
  } catch {
    return false;
  }
}

/**
 * One seal, found where the one after `before` belongs. `trusted` is the key that must have signed it; undefined where a
 * later seal vouches for it. @returns the seal if it can be read at all
 */
export function checkSeal(
  archived: Uint8Array,
  before: Link,
  trusted: Trusted | undefined,
  complain: Complain,
): Seal | undefined {
  const where = sealKey(before.sequence + 1);
  const seal = readSeal(archived);
  if (seal === undefined) {
    complain('seal-unreadable', where);
    return undefined;
  }
  if (seal.sequence !== before.sequence + 1) complain('seal-misplaced', where);
  if (trusted === undefined) {
    // Nothing to check: what vouches for it names its hash.
  } else if (seal.keyId !== trusted.keyId) complain('key-unknown', where);
  else if (!isSigned(seal, trusted.publicKey)) complain('signature-wrong', where);
  if (seal.previous !== before.hash) complain('chain-broken', where);
  if (seal.time < before.time) complain('clock-back', where);
  return seal;
}

export const linkOf = (
  sequence: number,
  archived: Uint8Array,
  seal: Seal | undefined,
  before: Link,
): Link => ({
  sequence,
  hash: sealHash(archived),
  time: Math.max(before.time, seal?.time ?? 0),
});

/** The list of a seal's objects. @returns the leaves that can be read */
export function checkList(list: string, seal: Seal, complain: Complain): Leaf[] {
  const where = leavesKey(seal.sequence);
  const lines = linesOf(list);
  const leaves = lines.map(readLeaf).filter((leaf) => leaf !== undefined);
  const ordered = leaves.every(({ key }, index) => index === 0 || (leaves[index - 1]?.key ?? '') < key);
  if (!ordered) complain('list-reordered', where);
  else if (lines.length !== seal.count || leaves.length !== lines.length || rootOfList(list) !== seal.root)
    complain('list-changed', where);
  return leaves;
}

/** Whether the chain still ends where, or after, the head outside says. `hashOf` gives a seal's hash, if it is there. */
export function checkHead(
  head: Head,
  hashOf: (sequence: number) => string | undefined,
  complain: Complain,
): void {
  const hash = hashOf(head.sequence);
  if (hash === undefined) complain('truncated', sealKey(head.sequence));
  else if (hash !== head.seal) complain('head-differs', sealKey(head.sequence));
}

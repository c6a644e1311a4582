// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/**
 * Merkle trees of RFC 9162 section 2.1: SHA-256, with a byte before what is hashed that keeps leaves (0) and inner
 * nodes (1) apart, so that no node can be passed off as a leaf.
 */
export const leafHash = (content: Uint8Array | string): Buffer =>
  createHash('sha256').update(Buffer.of(0)).update(content).digest();

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/** The largest power of two below `count`, where a tree of `count` leaves is split. */
const split = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));

/** The root over the hashes of leaves, in their order. Of none: the hash of nothing. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const first = leaves[0];
  if (first === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return first;
  const middle = split(leaves.length);
  return nodeHash(merkleRoot(leaves.slice(0, middle)), merkleRoot(leaves.slice(middle)));
}

/** The hashes that lead from one leaf to the root, from the leaf upwards. @throws RangeError where there is no such leaf */
export function inclusionPath(leaves: readonly Buffer[], position: number): Buffer[] {
  if (!Number.isInteger(position) || position < 0 || position >= leaves.length)
    throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const middle = split(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return position < middle
    ? [...inclusionPath(left, position), merkleRoot(right)]
    : [...inclusionPath(right, position - middle), merkleRoot(left)];
}

/** The root that a leaf's hash and its path lead to; undefined where the path cannot be of such a tree. */
export function rootOf(
  leaf: Buffer,
  position: number,
  count: number,
  path: readonly Buffer[],
): Buffer | undefined {
  if (position < 0 || position >= count) return undefined;
  if (count === 1) return path.length === 0 ? leaf : undefined;
  const sibling = path.at(-1);
  if (sibling === undefined) return undefined;
  const middle = split(count);
  const rest = path.slice(0, -1);
  if (position < middle) {
    const left = rootOf(leaf, position, middle, rest);
    return left && nodeHash(left, sibling);
  }
  const right = rootOf(leaf, position - middle, count - middle, rest);
  return right && nodeHash(sibling, right);
}

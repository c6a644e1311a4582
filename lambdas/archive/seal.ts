// SPDX-License-Identifier: Apache-2.0
import { canonicalJson, sha256 } from '../records/digest.ts';
import { type Head, type Leaf, LeafSchema, type Seal, SealSchema } from '../records/seal.ts';
import { inclusionPath, leafHash, merkleRoot } from './merkle.ts';

/** A leaf's line: what is hashed into the tree. */
export const leafLine = (leaf: Leaf): string => canonicalJson(leaf);

/** The list of a seal's objects: in the order of their keys, a line each. */
export const writeLeaves = (leaves: readonly Leaf[]): string =>
  [...leaves]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((leaf) => `${leafLine(leaf)}\n`)
    .join('');

/** Its lines, without reading them. */
export const linesOf = (list: string): string[] => list.split('\n').slice(0, -1);

/** A line's leaf; undefined when it is none. */
export function readLeaf(line: string): Leaf | undefined {
  try {
    return LeafSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

export const rootOfList = (list: string): string => merkleRoot(linesOf(list).map(leafHash)).toString('hex');

/** What is signed: the seal without its signature. */
export const signedPart = ({ signature: _, ...rest }: Omit<Seal, 'signature'> & { signature?: string }) =>
  Buffer.from(canonicalJson(rest));

/** The seal's bytes as they are archived, and what their hash is: the next seal's `previous`. */
export const writeSeal = (seal: Seal): Buffer => Buffer.from(canonicalJson(seal));
export const sealHash = (archived: Uint8Array): string => sha256(archived);

/** An archived seal; undefined when it is none. */
export function readSeal(archived: Uint8Array): Seal | undefined {
  try {
    const seal = SealSchema.parse(JSON.parse(Buffer.from(archived).toString()));
    return writeSeal(seal).equals(archived) ? seal : undefined;
  } catch {
    return undefined;
  }
}

export const headOf = (seal: Seal, archived: Uint8Array): Head => ({
  schema: 'airlock.head/1',
  sequence: seal.sequence,
  seal: sealHash(archived),
  time: seal.time,
  keyId: seal.keyId,
});

/** What proves that an object is in a seal: the object's line, the way up to the root, and the seal (docs/verify.md). */
export type Proof = Readonly<{
  schema: 'airlock.proof/1';
  leaf: Leaf;
  position: number;
  path: readonly string[];
  seal: Seal;
}>;

/** The proof of the object of that key. @throws RangeError where the list does not hold it */
export function proofOf(seal: Seal, list: string, key: string): Proof {
  const lines = linesOf(list);
  const position = lines.findIndex((line) => readLeaf(line)?.key === key);
  const leaf = readLeaf(lines[position] ?? '');
  if (leaf === undefined) throw new RangeError('no such object');
  const path = inclusionPath(lines.map(leafHash), position).map((each) => each.toString('hex'));
  return { schema: 'airlock.proof/1', leaf, position, path, seal };
}

// SPDX-License-Identifier: Apache-2.0
import { linesOf, readLeaf, readSeal, sealHash } from '../archive/seal.ts';
import { Failure } from '../failures.ts';
import type { ArchiveObject, Chain, Ports, Retention } from '../ports.ts';
import { leavesKey, type Seal, sealKey } from '../records/seal.ts';

/** A seal as it stands in the archive. */
export type Standing = Readonly<{ seal: Seal; bytes: Uint8Array; retention: Retention }>;
export const isAbsent = (object: ArchiveObject | undefined): object is undefined => object === undefined;

/** The seal of that number; undefined where there is none yet. @throws ArchiveMismatch */
export async function sealAt(ports: Ports, sequence: number): Promise<Standing | undefined> {
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

/** The keys of a list. @throws ArchiveMismatch */
export const keysIn = (list: string): string[] =>
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
export async function newestSeal(ports: Ports, chain: Chain): Promise<Standing | undefined> {
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

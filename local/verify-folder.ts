// SPDX-License-Identifier: Apache-2.0
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Custody,
  checkObject,
  custodyOf,
  type Lock,
  readEvent,
} from '../lambdas/archive/check-object.ts';
import {
  beforeFirst,
  checkHead,
  checkList,
  checkSeal,
  type Link,
  linkOf,
  takesOver,
  trustedAfter,
  type Trusted,
} from '../lambdas/archive/check-seal.ts';
import type { Complaint, ComplaintKind } from '../lambdas/archive/complaint.ts';
import { linesOf, readLeaf, readSeal } from '../lambdas/archive/seal.ts';
import { keyIdOf } from '../lambdas/archive/signature.ts';
import type { ArchiveEvent } from '../lambdas/records/event.ts';
import { type Head, type Leaf, leavesKey, sealKey } from '../lambdas/records/seal.ts';
import { LockSchema } from '../lambdas/archive/object-lock.ts';
import { fastReader } from './read-fast.ts';
import { extras, placeOf, sealName } from './unsealed-files.ts';

export type Verification = Readonly<{
  complaints: readonly Complaint[];
  seals: number;
  objects: number;
  /** Objects that no seal has taken up yet: of an archive in use, what was locked since the last seal. */
  waiting: number;
  newest?: Readonly<{ sequence: number; seal: string; time: number }>;
}>;

export type VerifyOptions = Readonly<{
  /** A folder with the layout of the archive: `record/`, `sealed/`, `event/`, `seal/`. */
  folder: string;
  /** PEM. @throws Error when it is no key */
  publicKey: string;
  head?: Head;
  /** Whether the archive is in use: then objects may wait for the next seal. */
  live: boolean;
  /** Is told how many objects have been looked at, now and then. */
  checked?: (objects: number) => void;
}>;

const names = (path: string): string[] => {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
};

/**
 * Verifies an archive in a folder, without trusting whoever wrote it: every seal, its signature and its place in the
 * chain, every sealed object and its lock, and that nothing else is there. Reads a seal's list and one object at a
 * time; whatever is wrong is named.
 */
export function verifyFolder({ folder, publicKey, head, live, checked }: VerifyOptions): Verification {
  const complaints: Complaint[] = [];
  const complain = (kind: ComplaintKind, where: string) => void complaints.push({ kind, where });
  let trusted: Trusted = { publicKey, keyId: keyIdOf(publicKey) };
  const readObject = fastReader();
  const readList = (sequence: number): string | undefined => {
    try {
      return readFileSync(join(folder, leavesKey(sequence)), 'utf8');
    } catch {
      return undefined;
    }
  };

  // First the chain itself, and the events, which say what may be missing and what must be held.
  const hashes = new Map<number, string>();
  const events: ArchiveEvent[] = [];
  const last = lastSequence(folder, live);
  const tookOver = takenOver(folder, last, trusted, readObject);
  let before: Link = beforeFirst;
  let objects = 0;
  for (let sequence = 1; sequence <= last; sequence += 1) {
    const archived = readObject(join(folder, sealKey(sequence)));
    if (archived === undefined) {
      complain('seal-missing', sealKey(sequence));
      before = { ...before, sequence };
      continue;
    }
    const bytes = Buffer.from(archived);
    const isVouchedFor = sequence <= tookOver;
    const seal = checkSeal(bytes, before, isVouchedFor ? undefined : trusted, complain);
    if (seal !== undefined && !isVouchedFor) trusted = trustedAfter(seal, trusted, complain);
    before = linkOf(sequence, bytes, seal, before);
    hashes.set(sequence, before.hash);
    const list = readList(sequence);
    if (list === undefined) complain('list-missing', leavesKey(sequence));
    if (seal === undefined || list === undefined) continue;
    const leaves = checkList(list, { ...seal, sequence }, complain);
    objects += leaves.length;
    for (const leaf of leaves) if (leaf.key.startsWith('event/')) eventOf(leaf, seal.time);
    // A seal and its list are locked at least as long as what they list.
    const needed = leaves.reduce((until, leaf) => Math.max(until, leaf.until), 0);
    for (const key of [sealKey(sequence), leavesKey(sequence)]) {
      const lock = lockOf(readObject(join(folder, `${key}.lock`)));
      if (lock === undefined) complain('lock-missing', key);
      else if (lock.until < needed) complain('retention-shortened', key);
    }
  }
  function eventOf(leaf: Leaf, sealedAt: number): void {
    const bytes = readObject(join(folder, leaf.key));
    // One that was changed or is missing is complained about with the other objects, and not believed.
    if (bytes === undefined || hash('sha256', bytes) !== leaf.sha256) return;
    const event = readEvent(bytes);
    if (event === undefined) complain('event-unreadable', leaf.key);
    else if (event.at > sealedAt) complain('clock-back', leaf.key);
    else events.push(event);
  }
  if (head !== undefined) checkHead(head, (sequence) => hashes.get(sequence), complain);

  // Then every object that was sealed.
  const custody = custodyOf(events);
  const counted = new Map<string, number>();
  let looked = 0;
  for (let sequence = 1; sequence <= last; sequence += 1)
    for (const line of linesOf(readList(sequence) ?? '')) {
      looked += 1;
      if (looked % 5000 === 0) checked?.(looked);
      const leaf = readLeaf(line);
      if (leaf === undefined || !checkOne(folder, leaf, readObject, custody, complain)) continue;
      const place = placeOf(leaf.key);
      counted.set(place, (counted.get(place) ?? 0) + 1);
    }

  const waiting = extras(folder, counted, last, readList, live ? undefined : complain);
  return {
    complaints,
    seals: hashes.size,
    objects,
    waiting,
    ...(before.sequence === 0
      ? {}
      : { newest: { sequence: before.sequence, seal: before.hash, time: before.time } }),
  };
}

/** The number of the seal at which the trusted key took over from another; 0 where it signed the first one. */
function takenOver(
  folder: string,
  last: number,
  trusted: Trusted,
  read: (path: string) => Buffer | undefined,
): number {
  for (let sequence = 1; sequence <= last; sequence += 1) {
    const bytes = read(join(folder, sealKey(sequence)));
    // Before it is parsed: next to no seal names a key.
    const seal = bytes?.includes('"nextKey"') === true ? readSeal(Buffer.from(bytes)) : undefined;
    if (seal !== undefined && takesOver(seal, trusted)) return sequence;
  }
  return 0;
}

function checkOne(
  folder: string,
  leaf: Leaf,
  read: (path: string) => Buffer | undefined,
  custody: Custody,
  complain: (kind: ComplaintKind, where: string) => void,
): boolean {
  const path = join(folder, leaf.key);
  const bytes = read(path);
  if (bytes === undefined) {
    checkObject(leaf, undefined, custody, complain);
    return false;
  }
  const found = { sha256: hash('sha256', bytes), bytes: bytes.length };
  checkObject(leaf, { ...found, lock: lockOf(read(`${path}.lock`)) }, custody, complain);
  return true;
}

function lockOf(file: Buffer | undefined): Lock | undefined {
  try {
    return LockSchema.parse(JSON.parse(String(file)));
  } catch {
    return undefined;
  }
}

/**
 * The highest number that a seal has. Where the archive is in use, the list of a seal that is being made is there
 * before it; in an export a list without its seal means that the seal was removed.
 */
function lastSequence(folder: string, live: boolean): number {
  const seals = names(join(folder, 'seal')).filter((name) => !live || name.endsWith('.json'));
  return Math.max(0, ...seals.map((name) => Number(sealName.exec(name)?.[1] ?? 0)));
}

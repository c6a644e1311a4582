// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failures.ts';
import type { Ports, Retention, Staged } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { canonicalJson, sha256 } from '../records/digest.ts';
import { seal, type Sealed, unseal } from '../records/sealed.ts';
import { archiveKey, type Transcript } from '../records/transcript.ts';
import { lockedRecord } from './locked-record.ts';

/** What the record says of the sealed object. */
export type Locked = NonNullable<Transcript['sealed']>;
const lockedAs = (bytes: Uint8Array): Locked => ({ sha256: sha256(bytes), bytes: bytes.length });

export type Locking = Readonly<{
  item: Case;
  kept: Retention;
  /** The case's. */
  key: Uint8Array;
  /** Undefined where no text may be archived. */
  sealed: Sealed | undefined;
  /** Whether a sealed object that is there already must hold exactly this: it must for a release. */
  exact: boolean;
  /** The record that names what is locked. Pure: it is made again where something else is locked than was thought. */
  recordOf: (locked: Locked | undefined) => Transcript;
}>;

type Archiving = Pick<Ports, 'archive'>;
type Stage = (kind: 'sealed' | 'record', bytes: Uint8Array) => Promise<Staged>;

/** Lets `work` stage objects of a case, and drops them however it ends: what was locked by then stays. */
async function withStaging(
  { archive }: Archiving,
  { item, kept }: Locking,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const staged: Promise<Staged>[] = [];
  const stage: Stage = (kind, bytes) => {
    const object = [archiveKey(kind, item), bytes, kept] as const;
    const made =
      archive.stage?.(...object) ??
      Promise.resolve({ lock: () => archive.put(...object), drop: async () => undefined });
    staged.push(made);
    return made;
  };
  try {
    await work(stage);
  } finally {
    for (const made of await Promise.allSettled(staged))
      if (made.status === 'fulfilled') await made.value.drop();
  }
}

type ReadySealed = Readonly<{ plaintext: Buffer; bytes: Buffer; staged: Staged }>;

/**
 * Locks the sealed object, and reads it back. One that was there already was made by an earlier attempt at the same end:
 * a release must find exactly its own text in it; a refusal, whose parts may be gone by now, takes it as it is.
 */
async function lockSealed(
  { archive }: Archiving,
  { item, key, exact }: Locking,
  { plaintext, bytes, staged }: ReadySealed,
): Promise<Locked> {
  const wrote = await staged.lock();
  const back = await archive.get(archiveKey('sealed', item));
  if (back === undefined) throw new Failure('ArchiveMismatch');
  if (!bytes.equals(back.bytes)) {
    if (wrote === 'written') throw new Failure('ArchiveMismatch');
    const standing = opened(key, item, back.bytes);
    if (exact && !standing.equals(plaintext)) throw new Failure('ArchiveConflict');
  }
  return lockedAs(back.bytes);
}

const contextOf = ({ tenantId, caseId }: Case): string => `sealed/${tenantId}/${caseId}`;

function opened(key: Uint8Array, item: Case, bytes: Uint8Array): Buffer {
  try {
    return unseal(key, contextOf(item), bytes);
  } catch {
    throw new Failure('ArchiveMismatch');
  }
}

type ReadyRecord = Readonly<{ record: Transcript; bytes: Buffer; staged: Staged }>;

/**
 * Locks the record, reads it back, and compares: byte for byte when this attempt wrote it, by its end when an earlier
 * one did.
 */
async function lockRecord(
  ports: Archiving,
  { item }: Locking,
  { record, bytes, staged }: ReadyRecord,
): Promise<void> {
  const wrote = await staged.lock();
  const back = await ports.archive.get(archiveKey('record', item));
  if (back === undefined) throw new Failure('ArchiveMismatch');
  if (bytes.equals(back.bytes)) return;
  if (wrote === 'written') throw new Failure('ArchiveMismatch');
  const standing = await lockedRecord(ports, item);
  if (standing?.outcome !== record.outcome || standing.digests.delivered !== record.digests.delivered)
    throw new Failure('ArchiveConflict');
}

/**
 * Locks the sealed object, reads it back, and only then locks the record that names it, and reads that back. Where objects
 * can be staged, both are while neither is locked: then locking them is little more than giving them their names.
 * @throws ArchiveConflict, ArchiveMismatch, StorageUnavailable, Unavailable, Throttled
 */
export const lockObjects = (ports: Archiving & Pick<Ports, 'randomBytes'>, locking: Locking): Promise<void> =>
  withStaging(ports, locking, async (stage) => {
    const { item, key, sealed, recordOf } = locking;
    const readyRecord = async (locked: Locked | undefined): Promise<ReadyRecord> => {
      const record = recordOf(locked);
      const bytes = Buffer.from(canonicalJson(record));
      return { record, bytes, staged: await stage('record', bytes) };
    };
    if (sealed === undefined) return lockRecord(ports, locking, await readyRecord(undefined));

    const plaintext = Buffer.from(canonicalJson(sealed));
    const bytes = seal(key, contextOf(item), plaintext, ports.randomBytes(12));
    const expected = lockedAs(bytes);
    const [staged, record] = await Promise.all([stage('sealed', bytes), readyRecord(expected)]);
    const locked = await lockSealed(ports, locking, { plaintext, bytes, staged });
    // An earlier attempt sealed under another nonce: the record names what is there.
    const isOurs = locked.sha256 === expected.sha256;
    return lockRecord(ports, locking, isOurs ? record : await readyRecord(locked));
  });

// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failures.ts';
import type { Archive, Ports, Retention, Staged } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { canonicalJson, sha256 } from '../records/digest.ts';
import { seal, type Sealed, unseal } from '../records/sealed.ts';
import { archiveKey, type Transcript } from '../records/transcript.ts';
import { lockedRecord } from './locked-record.ts';

/** What the record says of the sealed object. */
export type Locked = Readonly<{ sha256: string; bytes: number }>;
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
  /** The record, once it is known what is sealed. */
  recordOf: (locked: Locked | undefined) => Transcript;
}>;

/** What is not locked is forgotten, and no lock before it is asked for: where an archive cannot stage, locking is all there is. */
function stageIn(archive: Archive, ...object: Parameters<Archive['put']>): Promise<Staged> {
  if (archive.stage !== undefined) return archive.stage(...object);
  return Promise.resolve({ lock: () => archive.put(...object), drop: async () => undefined });
}

/**
 * Locks the sealed object. One that is already there was made by an earlier attempt at the same end: a
 * release must find exactly its own text in it; a refusal, whose parts may be gone by now, takes it as it is.
 */
async function lockSealed(
  ports: Pick<Ports, 'archive'>,
  { item, key, exact }: Locking,
  plaintext: Uint8Array,
  staged: Staged,
): Promise<Locked> {
  await staged.lock();
  const locked = await ports.archive.get(archiveKey('sealed', item));
  if (locked === undefined) throw new Failure('ArchiveMismatch');
  let opened: Buffer;
  try {
    opened = unseal(key, contextOf(item), locked.bytes);
  } catch {
    throw new Failure('ArchiveMismatch');
  }
  if (exact && !opened.equals(plaintext)) throw new Failure('ArchiveConflict');
  return lockedAs(locked.bytes);
}

const contextOf = ({ tenantId, caseId }: Case): string => `sealed/${tenantId}/${caseId}`;
const bytesOf = (record: Transcript): Buffer => Buffer.from(canonicalJson(record));

/** Locks the record, reads it back, and compares: byte for byte when this attempt wrote it, by its end when an earlier one did. */
async function lockRecord(
  ports: Pick<Ports, 'archive'>,
  item: Case,
  record: Transcript,
  staged: Staged,
): Promise<void> {
  const wrote = await staged.lock();
  const back = await ports.archive.get(archiveKey('record', item));
  if (back === undefined) throw new Failure('ArchiveMismatch');
  if (bytesOf(record).equals(back.bytes)) return;
  if (wrote === 'written') throw new Failure('ArchiveMismatch');
  const standing = await lockedRecord(ports, item);
  if (standing?.outcome !== record.outcome || standing.digests.delivered !== record.digests.delivered)
    throw new Failure('ArchiveConflict');
}

/**
 * Locks the sealed object, reads it back, and only then the record that names it, and reads that back.
 * @throws ArchiveConflict, ArchiveMismatch, StorageUnavailable, Unavailable, Throttled
 */
export async function lockObjects(
  ports: Pick<Ports, 'archive' | 'randomBytes'>,
  locking: Locking,
): Promise<void> {
  const { item, kept, key, sealed, recordOf } = locking;
  const staged: Staged[] = [];
  const stage = async (kind: 'sealed' | 'record', bytes: Uint8Array): Promise<Staged> => {
    const made = await stageIn(ports.archive, archiveKey(kind, item), bytes, kept);
    staged.push(made);
    return made;
  };
  const stageRecord = async (locked: Locked | undefined) => {
    const record = recordOf(locked);
    return { record, made: await stage('record', bytesOf(record)) };
  };
  try {
    if (sealed === undefined) {
      const { record, made } = await stageRecord(undefined);
      await lockRecord(ports, item, record, made);
      return;
    }
    const plaintext = Buffer.from(canonicalJson(sealed));
    const bytes = seal(key, contextOf(item), plaintext, ports.randomBytes(12));
    const expected = lockedAs(bytes);
    const [first, second] = await Promise.allSettled([stage('sealed', bytes), stageRecord(expected)]);
    if (first.status === 'rejected') throw first.reason;
    if (second.status === 'rejected') throw second.reason;
    const locked = await lockSealed(ports, locking, plaintext, first.value);
    // An earlier attempt sealed under another nonce: the record names what is there.
    const { record, made } = locked.sha256 === expected.sha256 ? second.value : await stageRecord(locked);
    await lockRecord(ports, item, record, made);
  } finally {
    for (const each of staged) await each.drop();
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failures.ts';
import type { Ports, Retention, Staged } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { canonicalJson, sha256 } from '../records/digest.ts';
import { seal, type Sealed, unseal } from '../records/sealed.ts';
import { archiveKey, type Transcript } from '../records/transcript.ts';
import { lockedRecord } from './locked-record.ts';
import { withStaging } from './with-staging.ts';

/** What the record says of the sealed object. */
export type Locked = NonNullable<Transcript['sealed']>;
const lockedAs = (bytes: Uint8Array): Locked => ({ sha256: sha256(bytes), bytes: bytes.length });

export type Locking = Readonly<{
  item: Case;
  kept: Retention;
  /** The case's. */
  key: Uint8Array;
  /** Undefined where no text may be archived, or none is left. */
  sealed: Sealed | undefined;
  /** Whether a sealed object that is there already must hold exactly this: it must for a release. */
  exact: boolean;
  /** The record that names what is locked. Pure: it is made again where something else is locked than was thought. */
  recordOf: (locked: Locked | undefined) => Transcript;
}>;

type Archiving = Pick<Ports, 'archive'>;
type ReadySealed = Readonly<{ plaintext: Buffer; bytes: Buffer; staged: Staged }>;
type ReadyRecord = Readonly<{ record: Transcript; bytes: Buffer; staged: Staged }>;

const contextOf = ({ tenantId, caseId }: Case): string => `sealed/${tenantId}/${caseId}`;

function opened({ key, item }: Locking, bytes: Uint8Array): Buffer {
  try {
    return unseal(key, contextOf(item), bytes);
  } catch {
    throw new Failure('ArchiveMismatch');
  }
}

/**
 * Locks the sealed object, and reads it back. One that was there already was made by an earlier attempt at the same end:
 * a release must find exactly its own text in it; a refusal, whose parts may be gone by now, takes it as it is.
 */
async function lockSealed(
  { archive }: Archiving,
  locking: Locking,
  { plaintext, bytes, staged }: ReadySealed,
): Promise<Locked> {
  const done = await staged.lock();
  const back = await archive.get(archiveKey('sealed', locking.item));
  if (back === undefined) throw new Failure('ArchiveMismatch');
  if (bytes.equals(back.bytes)) return lockedAs(bytes);
  if (done === 'written') throw new Failure('ArchiveMismatch');
  const standing = opened(locking, back.bytes);
  if (locking.exact && !standing.equals(plaintext)) throw new Failure('ArchiveConflict');
  return lockedAs(back.bytes);
}

/** What an earlier attempt has sealed, before the parts were gone or an identifier was found in them. */
async function sealedBefore({ archive }: Archiving, { item }: Locking): Promise<Locked | undefined> {
  const standing = await archive.get(archiveKey('sealed', item));
  return standing && lockedAs(standing.bytes);
}

/**
 * Locks the record, reads it back, and compares: byte for byte when this attempt wrote it, by its end when an earlier
 * one did.
 */
async function lockRecord(
  ports: Archiving,
  { item }: Locking,
  { record, bytes, staged }: ReadyRecord,
): Promise<void> {
  const done = await staged.lock();
  const back = await ports.archive.get(archiveKey('record', item));
  if (back === undefined) throw new Failure('ArchiveMismatch');
  if (bytes.equals(back.bytes)) return;
  if (done === 'written') throw new Failure('ArchiveMismatch');
  const standing = await lockedRecord(ports, item);
  if (standing?.outcome !== record.outcome || standing.digests.delivered !== record.digests.delivered)
    throw new Failure('ArchiveConflict');
}

/**
 * Locks the sealed object, reads it back, and only then locks the record that names it, and reads that back. Both are staged
 * before either is locked: where an archive can stage, that is what takes long, and locking is giving them their names.
 * @throws ArchiveConflict, ArchiveMismatch, StorageUnavailable, Unavailable, Throttled
 */
export function lockObjects(ports: Archiving & Pick<Ports, 'randomBytes'>, locking: Locking): Promise<void> {
  const { item, kept, key, sealed, recordOf } = locking;
  return withStaging(ports.archive, item, kept, async (stage) => {
    const readyRecord = async (locked: Locked | undefined): Promise<ReadyRecord> => {
      const record = recordOf(locked);
      const bytes = Buffer.from(canonicalJson(record));
      return { record, bytes, staged: await stage('record', bytes) };
    };
    if (sealed === undefined)
      return lockRecord(ports, locking, await readyRecord(await sealedBefore(ports, locking)));

    const plaintext = Buffer.from(canonicalJson(sealed));
    const bytes = seal(key, contextOf(item), plaintext, ports.randomBytes(12));
    const expected = lockedAs(bytes);
    const [staged, record] = await Promise.all([stage('sealed', bytes), readyRecord(expected)]);
    const locked = await lockSealed(ports, locking, { plaintext, bytes, staged });
    // An earlier attempt sealed under another nonce: the record names what is there.
    const isOurs = locked.sha256 === expected.sha256;
    return lockRecord(ports, locking, isOurs ? record : await readyRecord(locked));
  });
}

// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failures.ts';
import type { Ports, Retention } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { canonicalJson, sha256 } from '../records/digest.ts';
import { seal, type Sealed, unseal } from '../records/sealed.ts';
import { archiveKey, type Transcript } from '../records/transcript.ts';
import { lockedRecord } from './locked-record.ts';

/**
 * Locks the sealed object. One that is already there was made by an earlier attempt at the same end: a
 * release must find exactly its own text in it; a refusal, whose parts may be gone by now, takes it as it is.
 */
export async function lockSealed(
  ports: Ports,
  item: Case,
  kept: Retention,
  key: Uint8Array,
  sealed: Sealed,
  exact: boolean,
) {
  const plaintext = Buffer.from(canonicalJson(sealed));
  const context = `sealed/${item.tenantId}/${item.caseId}`;
  const place = archiveKey('sealed', item);
  await ports.archive.put(place, seal(key, context, plaintext, ports.randomBytes(12)), kept);
  const locked = await ports.archive.get(place);
  if (locked === undefined) throw new Failure('ArchiveMismatch');
  let opened: Buffer;
  try {
    opened = unseal(key, context, locked.bytes);
  } catch {
    throw new Failure('ArchiveMismatch');
  }
  if (exact && !opened.equals(plaintext)) throw new Failure('ArchiveConflict');
  return { sha256: sha256(locked.bytes), bytes: locked.bytes.length };
}

/** Locks the record, reads it back, and compares: byte for byte when this attempt wrote it, by its end when an earlier one did. */
export async function lockRecord(
  ports: Ports,
  item: Case,
  kept: Retention,
  record: Transcript,
): Promise<void> {
  const bytes = Buffer.from(canonicalJson(record));
  const place = archiveKey('record', item);
  const wrote = await ports.archive.put(place, bytes, kept);
  const back = await ports.archive.get(place);
  if (back === undefined) throw new Failure('ArchiveMismatch');
  if (bytes.equals(back.bytes)) return;
  if (wrote === 'written') throw new Failure('ArchiveMismatch');
  const standing = await lockedRecord(ports, item);
  if (standing?.outcome !== record.outcome || standing.digests.delivered !== record.digests.delivered)
    throw new Failure('ArchiveConflict');
}

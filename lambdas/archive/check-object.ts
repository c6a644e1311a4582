// SPDX-License-Identifier: Apache-2.0
import { type ArchiveEvent, EventSchema } from '../records/event.ts';
import type { Leaf } from '../records/seal.ts';
import { archiveKey } from '../records/transcript.ts';
import type { Complain } from './complaint.ts';

/** How an object is locked now. */
export type Lock = Readonly<{ mode: 'GOVERNANCE' | 'COMPLIANCE'; until: number; legalHold: boolean }>;

/** What the sealed events say about the objects of cases. */
export type Custody = Readonly<{
  /** Keys of objects that are under legal hold. */
  held: ReadonlySet<string>;
  /** Objects that were disposed of, by their keys: when, the hash on the certificate, and whether they were held then. */
  disposed: ReadonlyMap<string, Readonly<{ at: number; sha256: string; held: boolean }>>;
}>;

/** An event that was sealed as it stands; undefined when it is none. */
export function readEvent(bytes: Uint8Array): ArchiveEvent | undefined {
  try {
    return EventSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
  } catch {
    return undefined;
  }
}

/** Later events of a case take the place of earlier ones. Ids are time-ordered. */
export function custodyOf(events: readonly ArchiveEvent[]): Custody {
  const held = new Set<string>();
  const disposed = new Map<string, { at: number; sha256: string; held: boolean }>();
  for (const event of [...events].sort((a, b) => (a.eventId < b.eventId ? -1 : 1))) {
    const { tenantId, caseId } = event;
    if (caseId === undefined) continue;
    const keys = [archiveKey('record', { tenantId, caseId }), archiveKey('sealed', { tenantId, caseId })];
    if (event.kind === 'hold-placed') for (const key of keys) held.add(key);
    if (event.kind === 'hold-removed') for (const key of keys) held.delete(key);
    if (event.kind === 'disposed')
      for (const { key, sha256 } of event.objects ?? [])
        // A certificate is about the objects of its own case.
        if (keys.includes(key)) disposed.set(key, { at: event.at, sha256, held: held.has(key) });
  }
  return { held, disposed };
}

/** One object against its leaf. `found` is undefined where there is no such object, its lock where that cannot be read. */
export function checkObject(
  leaf: Leaf,
  found: Readonly<{ sha256: string; bytes: number; lock: Lock | undefined }> | undefined,
  custody: Custody,
  complain: Complain,
): void {
  if (found === undefined) {
    const certificate = custody.disposed.get(leaf.key);
    if (certificate === undefined) complain('missing', leaf.key);
    else if (certificate.at < leaf.until) complain('disposed-early', leaf.key);
    else if (certificate.held) complain('disposed-held', leaf.key);
    else if (certificate.sha256 !== leaf.sha256) complain('certificate-wrong', leaf.key);
    return;
  }
  if (found.sha256 !== leaf.sha256 || found.bytes !== leaf.bytes) complain('changed', leaf.key);
  const { lock } = found;
  if (lock === undefined) {
    complain('lock-missing', leaf.key);
    return;
  }
  if (lock.until < leaf.until) complain('retention-shortened', leaf.key);
  if (leaf.mode === 'COMPLIANCE' && lock.mode !== 'COMPLIANCE') complain('retention-weakened', leaf.key);
  if (custody.held.has(leaf.key) && !lock.legalHold) complain('hold-removed', leaf.key);
}

// SPDX-License-Identifier: Apache-2.0
import { writeEvent, sealNote } from '../archive/note.ts';
import { Failure } from '../failures.ts';
import type { ArchiveObject, Custodian, Ports, Retention } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { type ArchiveEvent, eventKey } from '../records/event.ts';
import type { Policy } from '../records/policy.ts';
import type { Principal } from '../records/principal.ts';
import { archiveKey } from '../records/transcript.ts';
import { knownDay } from './archive.ts';
import { Problem } from './problems.ts';

/** A closed case with its locked record: what compliance acts on. */
export type Archived = Readonly<{ item: Case; record: ArchiveObject; policy: Policy; custodian: Custodian }>;

/** @throws Problem not-found (also another tenant's), case-open, unavailable */
export async function archivedCase(ports: Ports, principal: Principal, caseId: string): Promise<Archived> {
  const ref = knownDay({ tenantId: principal.tenantId, caseId });
  const item = await ports.cases.get(ref);
  if (item?.tenantId !== ref.tenantId) throw new Problem('not-found');
  if (item.status !== 'closed') throw new Problem('case-open');
  const record = await ports.archive.get(archiveKey('record', ref));
  if (record === undefined) throw new Failure('ArchiveMismatch');
  if (ports.custodian === undefined) throw new Problem('unavailable');
  const policy = await ports.policies.byHash(item.policy.hash);
  return { item, record, policy, custodian: ports.custodian };
}

const year = 365.25 * 86_400_000;
/** An event is kept as long as its case's policy says, from when it happened, and never less long than the record. */
const retentionFor = ({ record, policy }: Archived, at: number): Retention => ({
  mode: policy.archive.mode,
  until: Math.max(record.retention.until, Math.ceil(at + policy.archive.retentionYears * year)),
});

/** What an event is about, without what goes without saying. `text` was found to name nobody. */
export type Happened = Readonly<
  Pick<ArchiveEvent, 'eventId' | 'kind' | 'by' | 'reason' | 'at'> &
    Partial<Pick<ArchiveEvent, 'action' | 'refusal' | 'second'>> & { text?: string }
>;

/**
 * Locks an event in the archive, and reads it back. Writing the same one again is writing it once, whatever became of
 * its note's nonce. @throws ArchiveMismatch
 */
export async function recordEvent(
  ports: Ports,
  archived: Archived,
  { text, ...happened }: Happened,
): Promise<void> {
  const { tenantId, caseId } = archived.item;
  const key = await ports.keys.tenantKey(tenantId);
  const note =
    text === undefined ? {} : { note: sealNote(key, happened.eventId, text, ports.randomBytes(12)) };
  const event: ArchiveEvent = { schema: 'airlock.event/1', tenantId, caseId, ...happened, ...note };
  const bytes = writeEvent(event);
  const place = eventKey(event);
  const wrote = await ports.archive.put(place, bytes, retentionFor(archived, happened.at));
  const back = await ports.archive.get(place);
  if (back === undefined || (wrote === 'written' && !bytes.equals(back.bytes)))
    throw new Failure('ArchiveMismatch');
}

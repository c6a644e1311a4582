// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failures.ts';
import type { ArchiveObject, Custodian, Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import type { Policy } from '../records/policy.ts';
import type { Principal } from '../records/principal.ts';
import { archiveKey } from '../records/transcript.ts';
import { type Happened as EventOfTenant, lockEvent, retentionFrom } from '../steps/record-event.ts';
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

/** What an event is about, without what goes without saying. `text` was found to name nobody. */
export type Happened = Omit<EventOfTenant, 'tenantId' | 'caseId'>;

/** Locks an event about a case: as long as its policy says, from when it happened, and never less long than the record. @throws ArchiveMismatch */
export const recordEvent = (
  ports: Ports,
  { item, record, policy }: Archived,
  happened: Happened,
): Promise<void> =>
  lockEvent(
    ports,
    { ...happened, tenantId: item.tenantId, caseId: item.caseId },
    retentionFrom(policy, happened.at, record.retention.until),
  );

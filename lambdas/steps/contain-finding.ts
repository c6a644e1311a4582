// SPDX-License-Identifier: Apache-2.0
import { changeCase, theCase } from '../change.ts';
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Case, CaseRef } from '../records/case.ts';
import type { Contained, ContainedBy } from '../records/custody.ts';
import type { IdentifierType } from '../records/identifier.ts';
import { archiveKey } from '../records/transcript.ts';
import { lockEvent, retentionFrom } from './record-event.ts';

/** What was found in the text of an archived case, and by whom. `types` may be empty where the finder does not say. */
export type ContainFinding = CaseRef & Readonly<{ by: ContainedBy; types: readonly IdentifierType[] }>;

/** `contained`: from now on. `known`: it was before, and nothing changes: finders report the same thing again. */
export type Containment = 'contained' | 'known';

/** A containment as the row has it. */
export const containmentOf = (
  ports: Pick<Ports, 'newId' | 'clock'>,
  finding: Omit<ContainFinding, keyof CaseRef>,
) =>
  ({
    event: ports.newId(),
    at: ports.clock(),
    by: finding.by,
    types: finding.types.slice(0, 64),
  }) satisfies Contained;

/**
 * Does what a containment that is written down leads to: the text leaves the catalogue, the event is on record, and
 * compliance is told. Every part can be done again.
 */
export async function carryOut(ports: Ports, item: Case, contained: Contained): Promise<void> {
  const { tenantId, caseId } = item;
  await ports.catalogue?.forgetText({ tenantId, caseId });
  const policy = await ports.policies.byHash(item.policy.hash);
  const record = await ports.archive.get(archiveKey('record', item));
  await lockEvent(
    ports,
    {
      eventId: contained.event,
      tenantId,
      caseId,
      kind: 'contained',
      at: contained.at,
      by: 'clock',
      finder: contained.by,
      types: contained.types,
    },
    retentionFrom(policy, contained.at, record?.retention.until),
  );
  await ports.notify({ tenantId, caseId, kind: 'contained', at: contained.at }).catch(() => undefined);
}

/**
 * An identifier was found in the de-identified text of an archived case, after its release: by a scan of the catalogue
 * with newer recognizers, or by Macie. The text leaves the catalogue for good, a review of compliance is open, and an
 * event says so. What was interrupted is finished when the same thing is reported again.
 * @throws NotFound, Conflict where the case is not closed, ArchiveMismatch
 */
export const containFinding =
  (ports: Ports) =>
  async ({ tenantId, caseId, ...finding }: ContainFinding): Promise<Containment> => {
    const before = await theCase(ports, { tenantId, caseId });
    if (before.status !== 'closed') throw new Failure('Conflict');
    const made = containmentOf(ports, finding);
    const item = await changeCase(ports, before, (row) =>
      row.custody?.contained === undefined
        ? { ...row, custody: { ...row.custody, contained: made } }
        : undefined,
    );
    const contained = item.custody?.contained ?? made;
    await carryOut(ports, item, contained);
    return contained.event === made.event ? 'contained' : 'known';
  };

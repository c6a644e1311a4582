// SPDX-License-Identifier: Apache-2.0
import { changeCase } from '../change.ts';
import { Failure, failureName } from '../failures.ts';
import type { ArchiveObject, Custodian, Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { sha256 } from '../records/digest.ts';
import { type ArchiveEvent, eventKey } from '../records/event.ts';
import { archiveKey } from '../records/transcript.ts';
import { lockEvent, retentionFrom } from './record-event.ts';

/** `certified`: the certificate waits for its seal. `kept`: something forbids it. `gone`: nothing of it is left. */
export type Disposal = 'certified' | 'kept' | 'gone';

type Found = Readonly<{ key: string; object: ArchiveObject }>;

/** The objects of a case that are there, the sealed one first: what can be read goes last. */
async function objectsOf(ports: Ports, item: Case): Promise<Found[]> {
  const found: Found[] = [];
  for (const kind of ['sealed', 'record'] as const) {
    const key = archiveKey(kind, item);
    const object = await ports.archive.get(key);
    if (object !== undefined) found.push({ key, object });
  }
  return found;
}

const happened = (item: Case, eventId: string, at: number) =>
  ({
    eventId,
    tenantId: item.tenantId,
    caseId: item.caseId,
    at,
    by: 'clock',
    reason: 'retention-ended',
  }) satisfies Partial<ArchiveEvent>;

async function lock(ports: Ports, item: Case, event: Omit<ArchiveEvent, 'schema'>): Promise<void> {
  const policy = await ports.policies.byHash(item.policy.hash);
  await lockEvent(ports, event, retentionFrom(policy, event.at));
}

/** A hold outlasts the retention. That it did is on record once for each hold, however often the clock asks. */
async function refuse(ports: Ports, item: Case): Promise<Disposal> {
  const { held, keptBy } = item.custody ?? {};
  if (held === undefined ? keptBy !== undefined : keptBy === held.event) return 'kept';
  const eventId = ports.newId();
  await lock(ports, item, {
    ...happened(item, eventId, ports.clock()),
    kind: 'refused',
    action: 'dispose',
    refusal: 'legal-hold',
  });
  await changeCase(ports, item, (row) => ({
    ...row,
    custody: { ...row.custody, keptBy: held?.event ?? eventId },
  }));
  return 'kept';
}

/** Writes down that the case is being disposed of, unless a hold came first: of the two one conditional write stands. */
async function begin(ports: Ports, item: Case): Promise<Case> {
  const disposing = { event: ports.newId(), at: ports.clock() };
  return changeCase(ports, item, (row) =>
    row.custody?.held !== undefined || row.custody?.disposing !== undefined
      ? undefined
      : { ...row, custody: { ...row.custody, disposing } },
  );
}

/** The certificate, before anything is gone. Once it is there it names everything that was. */
async function certify(
  ports: Ports,
  item: Case,
  { event, at }: Readonly<{ event: string; at: number }>,
  objects: readonly Found[],
): Promise<void> {
  const place = eventKey({ tenantId: item.tenantId, eventId: event });
  if ((await ports.archive.get(place)) !== undefined) return;
  await lock(ports, item, {
    ...happened(item, event, at),
    kind: 'disposed',
    objects: objects.map(({ key, object }) => ({
      key,
      sha256: sha256(object.bytes),
      until: object.retention.until,
    })),
  });
}

/** The locked objects go first: while the store refuses that, because somebody holds them there, nothing is destroyed. */
async function remove(
  ports: Ports,
  custodian: Custodian,
  item: Case,
  objects: readonly Found[],
): Promise<void> {
  const ref = { tenantId: item.tenantId, caseId: item.caseId };
  for (const { key } of objects)
    if ((await custodian.remove(key)) === 'refused') throw new Failure('ArchiveMismatch');
  await custodian.eraseKey(ref).catch((thrown: unknown) => {
    if (failureName(thrown) !== 'NotFound') throw thrown;
  });
  await ports.vault.purge({ tenantId: ref.tenantId, scope: ref.caseId });
  await ports.people?.forget(ref);
  await ports.catalogue?.forgetCase(ref);
  // The row last: while it is there, the next sweep finishes what was interrupted.
  await custodian.forgetCase(ref);
}

/**
 * Disposes of a case whose retention is over: record, sealed object, key, what the stores beside the archive hold of it,
 * and its row. Never under legal hold. Certificate first; once a seal has taken it up, the rest, so that at no time
 * something is missing without a sealed certificate. Every part can be done again. Whoever calls this cuts the logs
 * afterwards, once for many cases: it stops everything else for a moment.
 * @throws ArchiveMismatch when the store does not let go of what is due
 */
export const disposeCase =
  (ports: Ports) =>
  async (due: Case): Promise<Disposal> => {
    const { custodian, chain } = ports;
    if (custodian === undefined) return 'kept';
    const objects = await objectsOf(ports, due);
    const isHeld = due.custody?.held !== undefined || objects.some(({ object }) => object.legalHold);
    if (isHeld && due.custody?.disposing === undefined) return refuse(ports, due);
    const until = Math.max(0, ...objects.map(({ object }) => object.retention.until));
    if (until >= ports.clock()) {
      // Somebody has made the retention longer.
      await changeCase(ports, due, (row) => ({ ...row, retainUntil: until }));
      return 'kept';
    }
    const item = await begin(ports, due);
    const disposing = item.custody?.disposing;
    if (disposing === undefined) return 'kept';
    await certify(ports, item, disposing, objects);
    const certificate = eventKey({ tenantId: item.tenantId, eventId: disposing.event });
    for (const key of [certificate, ...objects.map((each) => each.key)])
      if (chain !== undefined && (await chain.sealOf(key)) === undefined) return 'certified';
    await remove(ports, custodian, item, objects);
    await ports
      .notify({ tenantId: item.tenantId, caseId: item.caseId, kind: 'disposed', at: ports.clock() })
      .catch(() => undefined);
    return 'gone';
  };

// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Done } from '../records/custody.ts';
import { eventKey } from '../records/event.ts';
import { archiveKey } from '../records/transcript.ts';
import { type Archived, archivedCase, recordEvent } from './archived-case.ts';
import { asked, custodyOperation, doneBody, DoneSchema, eventOf } from './custody-operation.ts';
import type { Reply } from './operation.ts';
import { decideTogether } from './two-people.ts';

/** Sets or lifts the hold on what is locked of a case; a case without text has no sealed object. */
async function lockBoth(archived: Archived, on: boolean): Promise<void> {
  const { setLegalHold } = archived.custodian;
  if ((await setLegalHold(archiveKey('record', archived.item), on)) !== 'done')
    throw new Failure('ArchiveMismatch');
  if ((await setLegalHold(archiveKey('sealed', archived.item), on)) === 'refused')
    throw new Failure('ArchiveMismatch');
}

const isRecorded = async (ports: Ports, { item }: Archived, done: Done): Promise<boolean> =>
  (await ports.archive.get(eventKey({ tenantId: item.tenantId, eventId: done.event }))) !== undefined;

/** The locks first: a hold that is on record is one that holds. */
async function hold(ports: Ports, archived: Archived, done: Done, text: string | undefined): Promise<Reply> {
  await lockBoth(archived, true);
  await recordEvent(ports, archived, eventOf('hold-placed', done, text));
  return { status: 200, body: doneBody(done) };
}

/** PUT …/legal-hold */
export const placeHold = custodyOperation({
  id: 'placeHold',
  action: 'hold',
  method: 'PUT',
  path: 'legal-hold',
  summary: 'Put a case under legal hold: it can be neither erased nor disposed of. Takes two officers.',
  description: 'It is held.',
  done: DoneSchema,
  handle: async (ports, principal, caseId, body) => {
    const archived = await archivedCase(ports, principal, caseId);
    const begun = archived.item.custody?.held;
    // Two people have decided; what was interrupted after that is finished, whoever asks.
    if (begun !== undefined && !(await isRecorded(ports, archived, begun)))
      return hold(ports, archived, begun, undefined);
    const decided = await decideTogether(
      ports,
      archived,
      { action: 'hold', by: principal.subject, body },
      (custody, done) => ({
        ...custody,
        held: done,
      }),
    );
    if ('asked' in decided) return asked(decided.asked);
    return hold(ports, archived, decided.done, decided.text);
  },
});

/** DELETE …/legal-hold */
export const releaseHold = custodyOperation({
  id: 'releaseHold',
  action: 'release-hold',
  method: 'DELETE',
  path: 'legal-hold',
  summary: 'Lift the legal hold of a case. Takes two officers.',
  description: 'It is not held any more.',
  done: DoneSchema,
  handle: async (ports, principal, caseId, body) => {
    const archived = await archivedCase(ports, principal, caseId);
    const decided = await decideTogether(
      ports,
      archived,
      { action: 'release-hold', by: principal.subject, body },
      ({ held: _, ...custody }) => custody,
    );
    if ('asked' in decided) return asked(decided.asked);
    await recordEvent(ports, archived, eventOf('hold-removed', decided.done, decided.text));
    await lockBoth(archived, false);
    return { status: 200, body: doneBody(decided.done) };
  },
});

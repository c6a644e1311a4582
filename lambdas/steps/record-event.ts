// SPDX-License-Identifier: Apache-2.0
import { sealNote, writeEvent } from '../archive/note.ts';
import { Failure } from '../failures.ts';
import type { Ports, Retention } from '../ports.ts';
import { type ArchiveEvent, eventKey } from '../records/event.ts';
import type { Policy } from '../records/policy.ts';

const year = 365.25 * 86_400_000;

/** How long a policy keeps what happens at an instant; never less long than `atLeast`. */
export const retentionFrom = (policy: Pick<Policy, 'archive'>, at: number, atLeast = 0): Retention => ({
  mode: policy.archive.mode,
  until: Math.max(atLeast, Math.ceil(at + policy.archive.retentionYears * year)),
});

/** Of what is about no case: as long, and as strictly, as the strictest of the policies that the tenant may use. */
export function tenantRetention(
  { policies }: Pick<Ports, 'policies'>,
  tenantId: string,
  at: number,
): Retention {
  const kept = policies.ids().flatMap((id) => {
    const policy = policies.current(id)?.policy;
    const isTheirs = policy?.tenants.some((tenant) => tenant === '*' || tenant === tenantId) === true;
    return policy !== undefined && isTheirs ? [retentionFrom(policy, at)] : [];
  });
  return {
    mode: kept.some(({ mode }) => mode === 'COMPLIANCE') ? 'COMPLIANCE' : 'GOVERNANCE',
    until: Math.max(at + year, ...kept.map(({ until }) => until)),
  };
}

/** An event without what goes without saying. `text` is what somebody wrote; it was found to name nobody. */
export type Happened = Readonly<Omit<ArchiveEvent, 'schema' | 'note'> & { text?: string }>;

/**
 * Locks an event in the archive, and reads it back. Writing the same one again is writing it once, whatever became of
 * its note's nonce. @throws ArchiveMismatch
 */
export async function lockEvent(
  ports: Pick<Ports, 'archive' | 'keys' | 'randomBytes'>,
  { text, ...happened }: Happened,
  retention: Retention,
): Promise<void> {
  const key = await ports.keys.tenantKey(happened.tenantId);
  const note =
    text === undefined ? {} : { note: sealNote(key, happened.eventId, text, ports.randomBytes(12)) };
  const bytes = writeEvent({ schema: 'airlock.event/1', ...happened, ...note });
  const place = eventKey(happened);
  const wrote = await ports.archive.put(place, bytes, retention);
  const back = await ports.archive.get(place);
  if (back === undefined || (wrote === 'written' && !bytes.equals(back.bytes)))
    throw new Failure('ArchiveMismatch');
}

/** The same for an event that is about a tenant and no case. */
export const lockTenantEvent = (ports: Ports, happened: Happened): Promise<void> =>
  lockEvent(ports, happened, tenantRetention(ports, happened.tenantId, happened.at));

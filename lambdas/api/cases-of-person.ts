// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { PersonIndex, Ports } from '../ports.ts';
import { blind, type MatchKind, searchKinds, searchTerms } from '../privacy/person-terms.ts';
import { CaseIdSchema, outcomes } from '../records/case.ts';
import { custodyReasons } from '../records/custody.ts';
import type { Principal } from '../records/principal.ts';
import { TextSchema } from '../records/request.ts';
import { lockTenantEvent } from '../steps/record-event.ts';
import { archivedCase } from './archived-case.ts';
import { instant, InstantViewSchema, PolicyViewSchema } from './case-view.ts';
import { Problem, problems } from './problems.ts';
import { obstacle, waiting } from './two-people.ts';

/** Searches a day: enough for a day's requests of data subjects, too few to try names in bulk. */
export const searchesPerOfficer = 60;
export const searchesPerTenant = 300;
const mostCases = 200;

export const FoundSchema = z
  .strictObject({
    caseId: CaseIdSchema,
    outcome: z.enum(outcomes),
    policy: PolicyViewSchema,
    acceptedAt: InstantViewSchema,
    /** Which of the identifiers, counted from 0, it was found by, and how. */
    matched: z.array(z.strictObject({ identifier: z.int(), by: z.enum([...searchKinds, 'name-part']) })),
    /** Why it cannot be erased now: a code of docs/errors.md. */
    obstacle: z.enum(Object.keys(problems) as [keyof typeof problems]).optional(),
    /** An erasure that somebody has asked for, to be confirmed. */
    asked: z.strictObject({ ask: z.uuid(), askedBy: z.string(), until: InstantViewSchema }).optional(),
  })
  .meta({ id: 'FoundCase' });
type Found = z.infer<typeof FoundSchema>;

export const PersonSearchSchema = z
  .strictObject({
    identifiers: z
      .array(z.strictObject({ kind: z.enum(searchKinds), value: TextSchema.max(200) }))
      .min(1)
      .max(20),
    reason: z.enum(custodyReasons),
  })
  .meta({ id: 'PersonSearch' });
type PersonSearch = z.infer<typeof PersonSearchSchema>;

type Wanted = Readonly<{ identifier: number; by: MatchKind }>;

/** What is looked for, by its digest. @throws Problem invalid-request where too little of an identifier is left */
function digestsOf(indexKey: Uint8Array, identifiers: PersonSearch['identifiers']): Map<string, Wanted[]> {
  const wanted = new Map<string, Wanted[]>();
  for (const [identifier, { kind, value }] of identifiers.entries()) {
    const terms = searchTerms(kind, value);
    if (terms.length === 0)
      throw new Problem('invalid-request', {
        errors: [{ path: `identifiers.${identifier}.value`, message: 'is too little to look for' }],
      });
    for (const term of terms)
      for (const digest of blind(indexKey, [term]))
        wanted.set(digest, [...(wanted.get(digest) ?? []), { identifier, by: term.match }]);
  }
  return wanted;
}

/** A case as it is shown; undefined when it was disposed of meanwhile. */
async function shown(
  ports: Ports,
  principal: Principal,
  caseId: string,
  matched: readonly Wanted[],
): Promise<Found | undefined> {
  let archived;
  try {
    archived = await archivedCase(ports, principal, caseId);
  } catch (thrown) {
    // Not closed yet: its record is being written just now.
    if (thrown instanceof Problem && ['not-found', 'case-open'].includes(thrown.code)) return undefined;
    throw thrown;
  }
  const { item } = archived;
  const now = ports.clock();
  const code = obstacle(archived, 'erase', now);
  const asked = waiting(item, now);
  const distinct = new Map(matched.map((each) => [`${each.identifier} ${each.by}`, each]));
  return {
    caseId,
    outcome: item.outcome ?? 'failed',
    policy: { id: item.policy.id, version: item.policy.version },
    acceptedAt: instant(item.acceptedAt),
    matched: [...distinct.values()],
    ...(code === undefined ? {} : { obstacle: code }),
    ...(asked?.action === 'erase'
      ? { asked: { ask: asked.id, askedBy: asked.by, until: instant(asked.until) } }
      : {}),
  };
}

/** @throws Problem unavailable */
function indexOf(ports: Ports): PersonIndex {
  if (ports.people === undefined) throw new Problem('unavailable');
  return ports.people;
}

/**
 * Looks for a person, within the day's budget, and puts on record that somebody did, before anybody sees what it came to.
 * @throws Problem invalid-request, search-budget, unavailable
 */
export async function casesOfPerson(
  ports: Ports,
  principal: Principal,
  { identifiers, reason }: PersonSearch,
): Promise<Readonly<{ event: string; cases: readonly Found[]; more: boolean }>> {
  const people = indexOf(ports);
  const { tenantId, subject } = principal;
  const wanted = digestsOf(await ports.keys.indexKey(tenantId), identifiers);
  const at = ports.clock();
  const allowed = await people.allow({
    tenantId,
    officer: subject,
    day: instant(at).slice(0, 10),
    perOfficer: searchesPerOfficer,
    perTenant: searchesPerTenant,
  });
  if (!allowed) throw new Problem('search-budget');
  const found = await people.find({ tenantId, terms: [...wanted.keys()], limit: mostCases });
  const cases: Found[] = [];
  for (const { caseId, terms } of found.slice(0, mostCases)) {
    const matched = terms.flatMap((term) => wanted.get(term) ?? []);
    const each = await shown(ports, principal, caseId, matched);
    if (each !== undefined) cases.push(each);
  }
  const event = ports.newId();
  await lockTenantEvent(ports, {
    eventId: event,
    tenantId,
    kind: 'searched',
    at,
    by: subject,
    reason,
    found: cases.length,
  });
  return { event, cases, more: found.length > mostCases };
}

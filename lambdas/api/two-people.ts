// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { type Ask, type Custody, type CustodyAction, custodyReasons, type Done } from '../records/custody.ts';
import { TextSchema } from '../records/request.ts';
import { type Archived, recordEvent } from './archived-case.ts';
import { cleanNote } from './note.ts';
import { Problem, type ProblemCode } from './problems.ts';

/** How long what one person asked for can be confirmed by another: an hour. */
export const askedFor = 3_600_000;

export const CustodyBodySchema = z
  .strictObject({
    reason: z.enum(custodyReasons),
    /** Why, in words; archived, so without identifiers. */
    text: TextSchema.min(1).max(1000),
    /** The id of what another officer asked for, to confirm it. Without it, this asks. */
    confirm: z.uuidv7().optional(),
  })
  .meta({ id: 'CustodyRequest' });
export type CustodyBody = z.infer<typeof CustodyBodySchema>;

type Wanted = Readonly<{ action: CustodyAction; by: string; body: CustodyBody }>;

/** What stands in the way of an action; the attempt is recorded where it says so. */
export function obstacle(
  { item, record, policy }: Archived,
  action: CustodyAction,
  now: number,
): ProblemCode | undefined {
  const { held, erasing, disposing } = item.custody ?? {};
  if (disposing !== undefined) return 'disposed';
  if (action === 'hold') return held === undefined ? erasing && 'erased' : 'held-already';
  const isHeld = held !== undefined || record.legalHold;
  if (action === 'release-hold') return isHeld ? undefined : 'not-held';
  if (erasing !== undefined) return 'erased';
  if (action === 'unseal') return undefined;
  if (isHeld) return 'legal-hold';
  if (policy.erasure === 'onRequest') return undefined;
  return policy.erasure === 'afterRetention' && now > record.retention.until
    ? undefined
    : 'erasure-not-allowed';
}

const recorded: readonly ProblemCode[] = [
  'legal-hold',
  'erasure-not-allowed',
  'second-person-needed',
  'erased',
  'disposed',
];

/** Refuses; an attempt at what is forbidden goes on record first. */
async function refuse(
  ports: Ports,
  archived: Archived,
  wanted: Wanted,
  code: ProblemCode,
  text: string,
): Promise<never> {
  const { action, by, body } = wanted;
  if (recorded.includes(code))
    await recordEvent(ports, archived, {
      eventId: ports.newId(),
      kind: 'refused',
      action,
      refusal: code,
      at: ports.clock(),
      by,
      reason: body.reason,
      text,
    });
  throw new Problem(code);
}

const withCustody = (item: Case, custody: Custody): Case => ({
  ...item,
  custody: { ...item.custody, ...custody },
});
const without = (item: Case): Case => {
  const { asked: _, ...rest } = item.custody ?? {};
  return { ...item, custody: rest };
};
/** What was asked for about a case and can still be confirmed. */
export const waiting = (item: Case, now: number): Ask | undefined => {
  const asked = item.custody?.asked;
  return asked !== undefined && asked.until > now ? asked : undefined;
};

/** Turns what a conditional write found into a refusal that is recorded, rather than one that is lost. */
class Stopped extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

/** The first person asks: on record before anybody can confirm it. @throws Problem, see `obstacle`, and asked-already */
async function ask(ports: Ports, archived: Archived, wanted: Wanted, text: string): Promise<Ask> {
  const { action, by, body } = wanted;
  const at = ports.clock();
  const standing = waiting(archived.item, at);
  if (standing?.action === action)
    throw new Problem('asked-already', { members: { ask: standing.id, by: standing.by } });
  const asked: Ask = { id: ports.newId(), action, by, at, until: at + askedFor, reason: body.reason };
  await recordEvent(ports, archived, {
    eventId: asked.id,
    kind: 'asked',
    action,
    at,
    by,
    reason: body.reason,
    text,
  });
  await changeCase(ports, archived.item, (item) => withCustody(item, { asked }));
  return asked;
}

/**
 * The second person confirms: in one conditional write the request is used up and what it leads to is written down,
 * so that a hold and an erasure that are confirmed together cannot both be.
 */
async function confirm(
  ports: Ports,
  archived: Archived,
  { action, by, body }: Wanted,
  then: (custody: Custody, done: Done) => Custody,
): Promise<Done> {
  const event = ports.newId();
  let done: Done | undefined;
  await changeCase(ports, archived.item, (item) => {
    const now = ports.clock();
    const asked = waiting(item, now);
    if (asked?.id !== body.confirm || asked?.action !== action) throw new Stopped('not-asked');
    if (asked.by === by) throw new Stopped('second-person-needed');
    const stands = obstacle({ ...archived, item }, action, now);
    if (stands !== undefined) throw new Stopped(stands);
    done = { event, at: now, by: asked.by, second: by, reason: body.reason };
    const used = without(item);
    return { ...used, custody: then(used.custody ?? {}, done) };
  });
  if (done === undefined) throw new Problem('busy');
  return done;
}

export type Decided = Readonly<{ asked: Ask } | { done: Done; text: string }>;

/**
 * One of two people's decisions: asks for it, or confirms what another has asked for. The text is looked at before any
 * of it is kept. @throws Problem identifier-in-note, second-person-needed, not-asked, asked-already, legal-hold,
 * held-already, not-held, erasure-not-allowed, erased
 */
export async function decideTogether(
  ports: Ports,
  archived: Archived,
  wanted: Wanted,
  then: (custody: Custody, done: Done) => Custody = (custody) => custody,
): Promise<Decided> {
  const text = cleanNote(archived.policy, wanted.body.text);
  const stands = obstacle(archived, wanted.action, ports.clock());
  if (stands !== undefined) return refuse(ports, archived, wanted, stands, text);
  if (wanted.body.confirm === undefined) return { asked: await ask(ports, archived, wanted, text) };
  try {
    return { done: await confirm(ports, archived, wanted, then), text };
  } catch (thrown) {
    if (thrown instanceof Stopped) return refuse(ports, archived, wanted, thrown.code, text);
    throw thrown;
  }
}

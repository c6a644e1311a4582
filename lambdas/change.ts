// SPDX-License-Identifier: Apache-2.0
import { type Content, conversationScope, newObject } from './contents.ts';
import { Failure, failureName } from './failures.ts';
import type { NamingRow, NewObject, Ports } from './ports.ts';
import type { Case, CaseRef, Conversation } from './records/case.ts';
import { talliesOf } from './records/tally.ts';

const attempts = 8;

/** The case. @throws NotFound */
export async function theCase(ports: Pick<Ports, 'cases'>, ref: CaseRef): Promise<Case> {
  const found = await ports.cases.get(ref);
  if (found?.caseId !== ref.caseId || found.tenantId !== ref.tenantId) throw new Failure('NotFound');
  return found;
}

type CaseRow = Extract<NamingRow, { kind: 'case' }>;

/** As `changeCase`, with `write` for the write. */
async function changeBy(
  ports: Pick<Ports, 'cases' | 'clock'>,
  ref: CaseRef,
  next: (item: Case) => Case | undefined,
  write: (row: CaseRow) => Promise<void>,
): Promise<Case> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const item = await theCase(ports, ref);
    const wanted = next(item);
    if (wanted === undefined) return item;
    const changed: Case = { ...wanted, version: item.version + 1, movedAt: ports.clock() };
    try {
      await write({ kind: 'case', next: changed, tallies: talliesOf(item, changed) });
      return changed;
    } catch (thrown) {
      if (failureName(thrown) !== 'Conflict') throw thrown;
    }
  }
  throw new Failure('Conflict');
}

/**
 * Reads the case, asks `next` what it should become, and writes that conditionally; reads again when somebody
 * else was faster. `next` returns undefined for "leave it", and may throw to refuse.
 * @returns the case as it now stands. @throws NotFound; Conflict after eight lost races.
 */
export const changeCase = (
  ports: Pick<Ports, 'cases' | 'clock'>,
  ref: CaseRef,
  next: (item: Case) => Case | undefined,
): Promise<Case> => changeBy(ports, ref, next, (row) => ports.cases.replace(row.next, row.tallies));

type Keeping = Pick<Ports, 'vault' | 'cases' | 'keepTogether'>;

/** How a row is written that names a new object: together with it, or by itself, the object being in the vault by then. */
async function writerNaming(
  { vault, cases, keepTogether }: Keeping,
  object: NewObject,
): Promise<(row: NamingRow) => Promise<void>> {
  if (keepTogether !== undefined) return (row) => keepTogether(object, row);
  await vault.put(object.ref, object.content, object.until);
  return (row) =>
    row.kind === 'case' ? cases.replace(row.next, row.tallies) : cases.replaceConversation(row.next);
}

/**
 * Puts an object into the vault of a case that is under way, and changes the case as `changeCase` does to one that names it.
 * A step that timed out may still run: what it made of `item` is not kept once the case's end is written down, or its text was
 * found to hold what may never be stored. Its vault is purged then, and nobody would purge it again.
 * @returns its revision. @throws as `changeCase`; Conflict then; StorageUnavailable, Unavailable
 */
export async function keepContent(
  ports: Keeping & Pick<Ports, 'clock' | 'randomBytes'>,
  item: Case,
  content: Content,
  next: (item: Case, revision: string) => Case,
): Promise<string> {
  const scope = { tenantId: item.tenantId, scope: item.caseId };
  const object = newObject(ports, scope, content, item.vaultUntil);
  const { revision } = object.ref;
  const named = (now: Case): Case => {
    const isOver = now.closing !== undefined || now.status === 'closed';
    if (isOver || now.tainted !== item.tainted) throw new Failure('Conflict');
    return next(now, revision);
  };
  await changeBy(ports, item, named, await writerNaming(ports, object));
  return revision;
}

/**
 * Puts an object into the vault of a conversation, and writes the conversation as the one that `next` makes of it.
 * @returns its revision. @throws Conflict when somebody else was faster; StorageUnavailable, Unavailable
 */
export async function keepOfConversation(
  ports: Keeping & Pick<Ports, 'clock' | 'randomBytes'>,
  conversation: Conversation,
  content: Content,
  next: (revision: string) => Partial<Conversation>,
): Promise<string> {
  const { version, vaultUntil } = conversation;
  const object = newObject(ports, conversationScope(conversation), content, vaultUntil);
  const { revision } = object.ref;
  const write = await writerNaming(ports, object);
  const changed = { ...conversation, ...next(revision), version: version + 1, usedAt: ports.clock() };
  await write({ kind: 'conversation', next: changed });
  return revision;
}

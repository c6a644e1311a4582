// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Ask, Done } from '../records/custody.ts';
import type { Principal } from '../records/principal.ts';
import { instant, InstantViewSchema } from './case-view.ts';
import { type Archived, archivedCase, recordEvent } from './archived-case.ts';
import { asked, custodyOperation } from './custody-operation.ts';
import { forgetConversation } from './forget-conversation.ts';
import { type CustodyBody, decideTogether } from './two-people.ts';

/** What the receipt of an erasure says that it cannot reach. */
const beyond = [
  'Copies of the store of keys that somebody else made before: backups, snapshots, images of a disk.',
  'Blocks that the file system or the drive has freed or remapped, but not yet overwritten.',
  'What was delivered to the requester, or shown to people, while the case was open.',
  'Other cases of the same conversation: each has a key of its own, and is erased by itself.',
] as const;

export const ReceiptSchema = z
  .strictObject({
    caseId: z.uuid(),
    event: z.uuid(),
    askedBy: z.string(),
    confirmedBy: z.string(),
    erasedAt: InstantViewSchema,
    keyDestroyed: z.literal(true),
    vaultPurged: z.literal(true),
    idempotencyKeys: z.int().nonnegative(),
    /** By how many entries of the index of people the case could be found. */
    indexEntries: z.int().nonnegative(),
    /** Until then a backup of the store of keys could bring the key back. */
    backupsUntil: InstantViewSchema,
    beyond: z.array(z.string()),
  })
  .meta({ id: 'ErasureReceipt' });
export type Receipt = z.infer<typeof ReceiptSchema>;

/**
 * Destroys what opens a case, after its row says that this is so. Every part can be done again: an erasure that was
 * interrupted is finished by asking for it again. Record, sealed object and chain stay as they are.
 */
async function erase(ports: Ports, archived: Archived, done: Done, text?: string): Promise<Receipt> {
  const { item, custodian } = archived;
  const { tenantId, caseId } = item;
  await custodian.eraseKey({ tenantId, caseId });
  await ports.vault.purge({ tenantId, scope: caseId });
  // The identity map is the conversation's.
  await forgetConversation(ports, item);
  const idempotencyKeys = await custodian.forgetCaller({ tenantId, caseId });
  const indexEntries = (await ports.people?.forget({ tenantId, caseId })) ?? 0;
  await custodian.cutLogs();
  await ports.catalogue?.forgetText({ tenantId, caseId });
  await recordEvent(ports, archived, {
    eventId: done.event,
    kind: 'erased',
    at: done.at,
    by: done.by,
    second: done.second,
    reason: done.reason,
    ...(text === undefined ? {} : { text }),
  });
  const now = ports.clock();
  const after = await changeCase(ports, item, (row) =>
    row.custody?.erasedAt === undefined ? { ...row, custody: { ...row.custody, erasedAt: now } } : undefined,
  );
  const erasedAt = after.custody?.erasedAt ?? now;
  return {
    caseId,
    event: done.event,
    askedBy: done.by,
    confirmedBy: done.second,
    erasedAt: instant(erasedAt),
    keyDestroyed: true,
    vaultPurged: true,
    idempotencyKeys,
    indexEntries,
    backupsUntil: instant(erasedAt + custodian.backupDays * 86_400_000),
    beyond: [...beyond],
  };
}

/**
 * One of the two decisions about erasing a case: asked for, or erased with its receipt.
 * @throws Problem as `decideTogether`
 */
export async function eraseTogether(
  ports: Ports,
  principal: Principal,
  caseId: string,
  body: CustodyBody,
): Promise<Readonly<{ asked: Ask } | { receipt: Receipt }>> {
  const archived = await archivedCase(ports, principal, caseId);
  const begun = archived.item.custody?.erasing;
  // Two people have decided; what was interrupted after that is finished, whoever asks.
  if (begun !== undefined && archived.item.custody?.erasedAt === undefined)
    return { receipt: await erase(ports, archived, begun) };
  const decided = await decideTogether(
    ports,
    archived,
    { action: 'erase', by: principal.subject, body },
    (custody, done) => ({ ...custody, erasing: done }),
  );
  if ('asked' in decided) return { asked: decided.asked };
  return { receipt: await erase(ports, archived, decided.done, decided.text) };
}

/** POST …/erase */
export const eraseCase = custodyOperation({
  id: 'eraseCase',
  action: 'erase',
  method: 'POST',
  path: 'erase',
  summary:
    'Destroy the key of a case, as far as its policy allows: the person is gone, record and chain stay. Takes two officers.',
  description: 'The receipt.',
  done: ReceiptSchema,
  handle: async (ports, principal, caseId, body) => {
    const decided = await eraseTogether(ports, principal, caseId, body);
    return 'asked' in decided ? asked(decided.asked) : { status: 200, body: decided.receipt };
  },
});

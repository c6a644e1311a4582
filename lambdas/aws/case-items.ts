// SPDX-License-Identifier: Apache-2.0
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { z } from 'zod';
import { Failure } from '../failures.ts';
import { type Case, type CaseRef, CaseSchema } from '../records/case.ts';
import { queueEntry } from '../records/queue.ts';

export type Item = Record<string, AttributeValue>;

/** Indexes of all tenants are spread over this many partitions. */
export const shards = 8;
const shardOf = (caseId: string): number => Number.parseInt(caseId.slice(-1), 16) % shards;
/** Sorts as text as the number does. */
export const padded = (at: number): string => String(at).padStart(16, '0');
export const text = (value: string): AttributeValue => ({ S: value });

/** Every key of a tenant's data begins with the tenant: that is what its sessions are bound to (`dynamodb:LeadingKeys`). */
export const keyOf = (tenantId: string, name: string, sort: string): Item => ({
  pk: text(`${tenantId}#${name}`),
  sk: text(sort),
});
export const caseKey = ({ tenantId, caseId }: CaseRef): Item => keyOf(tenantId, caseId, 'case');

/** Where somebody looks a case up: partition and sort key of each index, absent where the case is not in it. */
export function indexed(item: Case): Record<string, AttributeValue | undefined> {
  const { tenantId, caseId, status } = item;
  const all = [caseId, tenantId].join('#');
  const entry = queueEntry(item);
  const closed = status === 'closed';
  const contained = item.custody?.contained;
  const waits = contained !== undefined && contained.review === undefined;
  const either = (yes: boolean, value: string) => (yes ? text(value) : undefined);
  const day = new Date(item.acceptedAt).toISOString().slice(0, 10);
  return {
    queuePk: either(entry !== undefined, `${tenantId}#queue`),
    queueSk: either(entry !== undefined, entry?.rank ?? ''),
    entry: either(entry !== undefined, JSON.stringify(entry)),
    stalePk: either(!closed, `stale#${shardOf(caseId)}`),
    staleSk: either(!closed, `${padded(item.movedAt)}#${all}`),
    ownedPk: either(item.seed === undefined, `${tenantId}#owner#${item.owner}`),
    ownedSk: either(item.seed === undefined, `${padded(item.acceptedAt)}#${caseId}`),
    closedPk: either(closed, `${tenantId}#closed#${day}`),
    closedSk: either(closed, `${padded(item.acceptedAt)}#${caseId}`),
    expiredPk: either(closed, `expired#${shardOf(caseId)}`),
    expiredSk: either(closed, `${padded(item.vaultUntil)}#${all}`),
    duePk: either(closed && item.retainUntil !== undefined, `due#${shardOf(caseId)}`),
    dueSk: either(closed && item.retainUntil !== undefined, `${padded(item.retainUntil ?? 0)}#${all}`),
    containedPk: either(waits, `${tenantId}#contained`),
    containedSk: either(waits, `${padded(contained?.at ?? 0)}#${caseId}`),
  };
}

/** An item's JSON as what it should be. @throws Malformed, without quoting it */
export function parseItem<Schema extends z.ZodType>(schema: Schema, item: Item): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(item['body']?.S ?? '');
  } catch {
    throw new Failure('Malformed');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Failure('Malformed');
  return parsed.data;
}

/** A case, undefined where it cannot be read: it must not hide the others of its page. */
export function readable(item: Item): Case | undefined {
  try {
    return parseItem(CaseSchema, item);
  } catch {
    return undefined;
  }
}

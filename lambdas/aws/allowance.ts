// SPDX-License-Identifier: Apache-2.0
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { Failure } from '../failures.ts';
import type { Clock } from '../ports.ts';
import { text } from './case-items.ts';
import { clientsOf, type Connection } from './connection.ts';
import { asking } from './tables.ts';

/** What one tenant may ask: requests a second, how many at once, and requests a day (UTC). */
export type TenantLimits = Readonly<{ perSecond: number; burst: number; perDay: number }>;

const attempts = 6;
const dayMs = 86_400_000;
const number = (value: number): AttributeValue => ({ N: String(value) });

/** A tenant's row: `next` is when its next request would be due if they came evenly; `count` is of `day`. */
type Row = Readonly<{ next: number; day: number; count: number }>;
const keyOf = (tenantId: string) => ({ name: text(`intake/tenant#${tenantId}`) });
const rowOf = (item: Readonly<Record<string, AttributeValue>> | undefined): Row => ({
  next: Number(item?.['next']?.N ?? 0),
  day: Number(item?.['day']?.N ?? -1),
  count: Number(item?.['count']?.N ?? 0),
});

/** What a request makes of a row, or the seconds until one could be let in (generic cell rate algorithm, ITU-T I.371). */
export function allowed(row: Row, limits: TenantLimits, now: number): Row | number {
  const day = Math.floor(now / dayMs);
  const count = row.day === day ? row.count : 0;
  if (count >= limits.perDay) return Math.ceil(((day + 1) * dayMs - now) / 1000);
  const every = 1000 / limits.perSecond;
  const early = row.next - (limits.burst - 1) * every - now;
  if (early > 0) return Math.ceil(early / 1000);
  return { next: Math.round(Math.max(row.next, now) + every), day, count: count + 1 };
}

/**
 * Counts the requests of each tenant in a row of its own of the control table, whoever of its people and applications
 * makes them: the tenant is the token's. @returns seconds to wait; 0 when it is let in and counted
 */
export function openAllowance(
  connection: Connection,
  {
    table,
    clock,
    limits,
  }: Readonly<{ table: string; clock: Clock; limits: Readonly<Record<string, TenantLimits>> }>,
): (tenantId: string) => Promise<number> {
  const client = clientsOf(connection, (made) => new DynamoDBClient(made));
  const write = async (tenantId: string, before: Row, after: Row): Promise<boolean> => {
    const first = before.day < 0;
    const command = new UpdateItemCommand({
      TableName: table,
      Key: keyOf(tenantId),
      UpdateExpression: 'SET #next = :next, #day = :day, #count = :count, #ttl = :ttl',
      ConditionExpression: first
        ? 'attribute_not_exists(#next)'
        : '#next = :wasNext AND #day = :wasDay AND #count = :wasCount',
      ExpressionAttributeNames: { '#next': 'next', '#day': 'day', '#count': 'count', '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':next': number(after.next),
        ':day': number(after.day),
        ':count': number(after.count),
        ':ttl': number((after.day + 2) * (dayMs / 1000)),
        ...(first
          ? {}
          : {
              ':wasNext': number(before.next),
              ':wasDay': number(before.day),
              ':wasCount': number(before.count),
            }),
      },
    });
    return asking(async () => {
      try {
        await client().send(command);
        return true;
      } catch (thrown) {
        if (thrown instanceof ConditionalCheckFailedException) return false;
        throw thrown;
      }
    });
  };
  const read = async (tenantId: string): Promise<Row> => {
    const command = new GetItemCommand({ TableName: table, Key: keyOf(tenantId), ConsistentRead: true });
    return rowOf((await asking(() => client().send(command))).Item);
  };
  /** As each row was when this instance wrote it last: mostly it still is. */
  const known = new Map<string, Row>();
  return async (tenantId) => {
    const mine = Object.hasOwn(limits, tenantId) ? limits[tenantId] : undefined;
    if (mine === undefined) throw new Failure('Unavailable');
    let row = known.get(tenantId) ?? rowOf(undefined);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const next = allowed(row, mine, clock());
      // What this instance remembers may be old, but rows only ever say more.
      if (typeof next === 'number') return next;
      if (await write(tenantId, row, next)) {
        known.set(tenantId, next);
        return 0;
      }
      if (attempt > 0) await connection.backOff(attempt - 1);
      row = await read(tenantId);
      known.set(tenantId, row);
    }
    throw new Failure('Throttled');
  };
}

// SPDX-License-Identifier: Apache-2.0
import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { Failure } from '../failures.ts';
import type { Cases } from '../ports.ts';
import { type QueueEntry, QueueEntrySchema } from '../records/queue.ts';
import type { Tally } from '../records/tally.ts';
import { type Item, keyOf, text } from './case-items.ts';
import { queryAll, queryPage } from './query.ts';
import { asking } from './tables.ts';

const month = (period: string): string => period.slice(0, 7);
const partition = (tenantId: string, period: string): string => `${tenantId}#tally#${month(period)}`;
const day = 86_400_000;

/** Adds to one number. Minutes are forgotten after three days. */
export async function addTally(
  dynamo: DynamoDBClient,
  table: string,
  { tenantId, period, who, name, count }: Tally,
): Promise<void> {
  const minute = period.length > 10;
  const until = Math.ceil((Date.parse(period.slice(0, 10)) + 3 * day) / 1000);
  const command = new UpdateItemCommand({
    TableName: table,
    Key: keyOf(tenantId, `tally#${month(period)}`, `${period}#${who}#${name}`),
    UpdateExpression: `SET who = :who, #name = :name${minute ? ', #ttl = :ttl' : ''} ADD #count :count`,
    ExpressionAttributeNames: { '#name': 'name', '#count': 'count', ...(minute ? { '#ttl': 'ttl' } : {}) },
    ExpressionAttributeValues: {
      ':who': text(who),
      ':name': text(name),
      ':count': { N: String(count) },
      ...(minute ? { ':ttl': { N: String(until) } } : {}),
    },
  });
  await asking(() => dynamo.send(command));
}

/** `2026-11` to `2027-01`: every month of it. @throws InvalidInput for more than five years */
function months(from: string, to: string): string[] {
  const all: string[] = [];
  for (let at = month(from); at <= month(to);) {
    all.push(at);
    const next = new Date(Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5)), 1));
    if (Number.isNaN(next.getTime()) || all.length > 60) throw new Failure('InvalidInput');
    at = next.toISOString().slice(0, 7);
  }
  return all;
}

function tallyOf(tenantId: string, item: Item): Tally {
  const [period = ''] = (item['sk']?.S ?? '').split('#');
  return {
    tenantId,
    period,
    who: item['who']?.S ?? '',
    name: item['name']?.S ?? '',
    count: Number(item['count']?.N),
  };
}

const entryOf = (item: Item): QueueEntry[] => {
  try {
    const entry = QueueEntrySchema.safeParse(JSON.parse(item['entry']?.S ?? ''));
    return entry.success ? [entry.data] : [];
  } catch {
    return [];
  }
};

/** The queue of reviews and the numbers of the overview. */
export const reviewNumbers = (
  clients: (tenantId: string) => DynamoDBClient,
  table: string,
): Pick<Cases, 'queue' | 'tallies'> => ({
  queue: async ({ tenantId, limit, after }) => {
    if (after !== undefined && !QueueEntrySchema.shape.rank.safeParse(after).success)
      throw new Failure('InvalidInput');
    const found = await queryPage(clients(tenantId), {
      table,
      index: 'queue',
      partition: `${tenantId}#queue`,
      ...(after === undefined ? {} : { above: after }),
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const items = shown.flatMap(entryOf);
    const unreadable = shown.length - items.length;
    const last = shown.at(-1)?.['queueSk']?.S;
    return {
      items,
      ...(found.length > limit && last !== undefined ? { next: last } : {}),
      ...(unreadable > 0 ? { unreadable } : {}),
    };
  },

  tallies: async ({ tenantId, from, to, who }) => {
    const pages = await Promise.all(
      months(from, to).map((each) =>
        queryAll(clients(tenantId), {
          table,
          partition: partition(tenantId, each),
          // The keys of a period are followed by "#": everything up to the character after it.
          between: [`${from}#`, `${to}$`],
        }),
      ),
    );
    return pages
      .flat()
      .map((item) => tallyOf(tenantId, item))
      .filter((tally) => tally.period.length === from.length && (who === undefined || tally.who === who));
  },
});

// SPDX-License-Identifier: Apache-2.0
import {
  type CancellationReason,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import type { BackOff } from './back-off.ts';
import { Failure } from '../failures.ts';
import type { Clock, IdempotencyEntry } from '../ports.ts';
import type { Case, Conversation } from '../records/case.ts';
import { caseKey, indexed, type Item, keyOf, text } from './case-items.ts';
import { asking } from './tables.ts';

const attempts = 8;
export const entryKey = ({ tenantId, key }: Pick<IdempotencyEntry, 'tenantId' | 'key'>): Item =>
  keyOf(tenantId, `key#${key}`, 'key');
export const conversationKey = ({
  tenantId,
  conversationId,
}: Pick<Conversation, 'tenantId' | 'conversationId'>): Item =>
  keyOf(tenantId, conversationId, 'conversation');
/** When DynamoDB may remove an item by itself: seconds, some time after its end. It may also take days. */
export const ttl = (until: number): Item => ({ ttl: { N: String(Math.ceil(until / 1000) + 3600) } });

/** What an item of the table of cases holds besides its key. */
export const caseAttributes = (item: Case): Item => ({
  version: { N: String(item.version) },
  body: text(JSON.stringify(item)),
});
export const conversationAttributes = (conversation: Conversation): Item => ({
  version: { N: String(conversation.version) },
  body: text(JSON.stringify(conversation)),
  ...ttl(conversation.vaultUntil),
});

const present = (attributes: ReturnType<typeof indexed>): Item =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** An item as the entry of a key, unless its time is over. */
export function standing(
  entry: Pick<IdempotencyEntry, 'tenantId' | 'key'>,
  item: Item | undefined,
  now: number,
): IdempotencyEntry | undefined {
  const until = Number(item?.['until']?.N ?? 0);
  const caseId = item?.['caseId']?.S;
  const requestDigest = item?.['requestDigest']?.S;
  if (until <= now || caseId === undefined || requestDigest === undefined) return undefined;
  return { tenantId: entry.tenantId, key: entry.key, caseId, requestDigest, until };
}

function writes(
  table: string,
  item: Case,
  conversation: Conversation | undefined,
  entry: IdempotencyEntry | undefined,
  now: number,
): TransactWriteItem[] {
  const free = { TableName: table, ConditionExpression: 'attribute_not_exists(pk)' };
  const caller = entry === undefined ? {} : { callerKey: text(entry.key) };
  const all: TransactWriteItem[] = [
    {
      Put: {
        ...free,
        Item: { ...caseKey(item), ...caseAttributes(item), ...present(indexed(item)), ...caller },
      },
    },
  ];
  if (conversation !== undefined)
    all.push({
      Put: { ...free, Item: { ...conversationKey(conversation), ...conversationAttributes(conversation) } },
    });
  if (entry !== undefined)
    all.push({
      Put: {
        TableName: table,
        // Time to live is a promise of days: an entry whose time is over is written over.
        ConditionExpression: 'attribute_not_exists(pk) OR #until <= :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':now': { N: String(now) } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        Item: {
          ...entryKey(entry),
          caseId: text(entry.caseId),
          requestDigest: text(entry.requestDigest),
          until: { N: String(entry.until) },
          ...ttl(entry.until),
        },
      },
    });
  return all;
}

const codes = (reasons: readonly CancellationReason[]): readonly (string | undefined)[] =>
  reasons.map((reason) => reason.Code);

/**
 * Writes case, conversation and idempotency entry in one transaction; another under way on the same key is waited
 * out. @returns the entry that stands. @throws Conflict, Throttled, Unavailable
 */
export const acceptInto =
  (client: (tenantId: string) => DynamoDBClient, table: string, clock: Clock, backOff: BackOff) =>
  async (
    item: Case,
    conversation: Conversation | undefined,
    entry: IdempotencyEntry | undefined,
  ): Promise<IdempotencyEntry | undefined> => {
    const dynamo = client(item.tenantId);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      // The first time whoever accepts has looked (`remembered`), and the transaction tells what came in between.
      if (entry !== undefined && attempt > 0) {
        const read = new GetItemCommand({ TableName: table, Key: entryKey(entry), ConsistentRead: true });
        const found = standing(entry, (await asking(() => dynamo.send(read))).Item, clock());
        if (found !== undefined) return found;
      }
      const transaction = new TransactWriteItemsCommand({
        TransactItems: writes(table, item, conversation, entry, clock()),
      });
      const reasons = await asking(async () => {
        try {
          await dynamo.send(transaction);
          return undefined;
        } catch (thrown) {
          if (thrown instanceof TransactionCanceledException) return thrown.CancellationReasons ?? [];
          throw thrown;
        }
      });
      if (reasons === undefined) return undefined;
      const known = entry === undefined ? undefined : standing(entry, reasons.at(-1)?.Item, clock());
      if (known !== undefined) return known;
      if (codes(reasons).includes('ConditionalCheckFailed')) throw new Failure('Conflict');
      if (
        codes(reasons).some((code) => code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded')
      )
        throw new Failure('Throttled');
      if (!codes(reasons).includes('TransactionConflict')) throw new Failure('Unavailable');
      await backOff(attempt);
    }
    throw new Failure('Conflict');
  };

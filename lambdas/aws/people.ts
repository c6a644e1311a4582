// SPDX-License-Identifier: Apache-2.0
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { Failure } from '../failures.ts';
import type { PersonIndex } from '../ports.ts';
import { ttl } from './case-accept.ts';
import { type Item, keyOf } from './case-items.ts';
import type { BackOff } from './back-off.ts';
import type { Connection } from './connection.ts';
import { queryAll, queryPage } from './query.ts';
import { asking, tableClients } from './tables.ts';

const attempts = 8;
/** What one BatchWriteItem takes. */
const batch = 25;
const day = 86_400_000;

const termKey = (tenantId: string, term: string, caseId: string) => keyOf(tenantId, `term#${term}`, caseId);
/** The same the other way round, so that a case's terms are found when it is forgotten. */
const ownKey = (tenantId: string, term: string, caseId: string) =>
  keyOf(tenantId, `terms#${caseId}`, `term#${term}`);

async function writeAll(
  dynamo: DynamoDBClient,
  table: string,
  writes: readonly WriteRequest[],
  again: BackOff,
): Promise<void> {
  for (let from = 0; from < writes.length; from += batch) {
    let left: WriteRequest[] = writes.slice(from, from + batch);
    for (let attempt = 0; left.length > 0; attempt += 1) {
      // What DynamoDB did not get to comes back; asking again and again at once would only add to it.
      if (attempt === attempts) throw new Failure('Throttled');
      const command = new BatchWriteItemCommand({ RequestItems: { [table]: left } });
      const answer = await asking(() => dynamo.send(command));
      left = answer.UnprocessedItems?.[table] ?? [];
      if (left.length > 0) await again(attempt);
    }
  }
}

/** The index of people beside the cases, in the same table. */
export function openPeople(connection: Connection, table: string): PersonIndex {
  const clients = tableClients(connection);
  const termsOf = async (tenantId: string, caseId: string): Promise<string[]> => {
    const own = await queryAll(clients(tenantId), {
      table,
      partition: `${tenantId}#terms#${caseId}`,
      startsWith: 'term#',
    });
    return own.map((item) => (item['sk']?.S ?? '').slice('term#'.length));
  };

  return {
    add: ({ tenantId, caseId }, terms) =>
      writeAll(
        clients(tenantId),
        table,
        // A case's own list first: what is in the index can always be taken out again.
        [ownKey, termKey].flatMap((key) =>
          [...new Set(terms)].map((term) => ({ PutRequest: { Item: key(tenantId, term, caseId) } })),
        ),
        connection.backOff,
      ),

    find: async ({ tenantId, terms, limit }) => {
      const found = new Map<string, string[]>();
      const unique = [...new Set(terms)];
      const pages = await Promise.all(
        unique.map((term) =>
          queryPage(clients(tenantId), {
            table,
            partition: `${tenantId}#term#${term}`,
            descending: true,
            limit: limit + 1,
          }),
        ),
      );
      for (const [index, items] of pages.entries())
        for (const item of items) {
          const caseId = item['sk']?.S ?? '';
          found.set(caseId, [...(found.get(caseId) ?? []), unique[index] ?? '']);
        }
      return [...found]
        .map(([caseId, has]) => ({ caseId, terms: has.sort() }))
        .sort((a, b) => (a.caseId < b.caseId ? 1 : -1))
        .slice(0, limit + 1);
    },

    forget: async ({ tenantId, caseId }) => {
      const terms = await termsOf(tenantId, caseId);
      await writeAll(
        clients(tenantId),
        table,
        [termKey, ownKey].flatMap((key) =>
          terms.map((term) => ({ DeleteRequest: { Key: key(tenantId, term, caseId) } })),
        ),
        connection.backOff,
      );
      return terms.length;
    },

    allow: async ({ tenantId, officer, day: when, perOfficer, perTenant }) => {
      const counted = (sort: string, most: number) => ({
        Update: {
          TableName: table,
          Key: keyOf(tenantId, `searches#${when}`, sort),
          UpdateExpression: 'SET #ttl = :ttl ADD #count :one',
          ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
          ExpressionAttributeNames: { '#count': 'count', '#ttl': 'ttl' },
          ExpressionAttributeValues: {
            ':one': { N: '1' },
            ':most': { N: String(most) },
            ':ttl': ttl(Date.parse(when) + 2 * day)['ttl'] as AttributeValue,
          } satisfies Item,
        },
      });
      if (perOfficer <= 0 || perTenant <= 0) return false;
      const command = new TransactWriteItemsCommand({
        TransactItems: [counted(`officer#${officer}`, perOfficer), counted('all', perTenant)],
      });
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const outcome = await asking(async () => {
          try {
            await clients(tenantId).send(command);
            return 'counted';
          } catch (thrown) {
            if (!(thrown instanceof TransactionCanceledException)) throw thrown;
            const codes = (thrown.CancellationReasons ?? []).map((reason) => reason.Code);
            return codes.includes('ConditionalCheckFailed') ? 'used up' : 'again';
          }
        });
        if (outcome !== 'again') return outcome === 'counted';
        await connection.backOff(attempt);
      }
      throw new Failure('Conflict');
    },
  };
}

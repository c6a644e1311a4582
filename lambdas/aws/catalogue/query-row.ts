// SPDX-License-Identifier: Apache-2.0
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { Failure } from '../../failures.ts';
import type { QueryRef } from '../../ports.ts';
import { keyOf, parseItem, text } from '../case-items.ts';
import { asking } from '../tables.ts';

/** What is remembered of a query: whose it is, what Athena calls it, and where its answer is cut off. */
const QueryRowSchema = z.strictObject({
  owner: z.string(),
  execution: z.string().max(128),
  startedAt: z.int(),
  limit: z.int().positive().optional(),
});
export type QueryRow = Readonly<z.infer<typeof QueryRowSchema>>;

/** How long an answer can be asked for, milliseconds: as on the laptop. */
const keptMs = 15 * 60_000;

/** The queries of a tenant, beside its cases. They end by themselves. */
export function queryRows(clientFor: (tenantId: string) => DynamoDBClient, table: string) {
  const key = ({ tenantId, queryId }: QueryRef) => keyOf(tenantId, `query#${queryId}`, 'query');
  return {
    put: async (ref: QueryRef, row: QueryRow): Promise<void> => {
      const command = new PutItemCommand({
        TableName: table,
        Item: {
          ...key(ref),
          body: text(JSON.stringify(row)),
          ttl: { N: String(Math.ceil((row.startedAt + keptMs) / 1000)) },
        },
      });
      await asking(() => clientFor(ref.tenantId).send(command));
    },
    /** @throws NotFound also when its time is over: rows go some time after that */
    get: async (ref: QueryRef, now: number): Promise<QueryRow> => {
      const command = new GetItemCommand({ TableName: table, Key: key(ref), ConsistentRead: true });
      const { Item } = await asking(() => clientFor(ref.tenantId).send(command));
      if (Item === undefined) throw new Failure('NotFound');
      const row = parseItem(QueryRowSchema, Item);
      if (now > row.startedAt + keptMs) throw new Failure('NotFound');
      return row;
    },
  };
}

// SPDX-License-Identifier: Apache-2.0
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { TenantIdSchema } from '../records/case.ts';
import { type Group, groups } from '../records/principal.ts';
import { text } from './case-items.ts';
import { clientsOf, type Connection } from './connection.ts';
import { asking } from './tables.ts';

/** What an application stands for that signs in by itself: written when a tenant is taken on. */
export type Client = Readonly<{ tenantId: string; groups: readonly Group[] }>;
const GroupsSchema = z.array(z.enum(groups)).min(1);
const GivenSchema = z.array(
  z.strictObject({ id: z.string().min(1).max(128), tenantId: TenantIdSchema, groups: GroupsSchema }),
);

const rowOf = (id: string) => ({ name: text(`client/${id}`) });

/** Rows `client/<id>` of the control table; undefined for a client that stands for nobody. @throws Unavailable, Throttled */
export function openClients(connection: Connection, table: string) {
  const dynamo = clientsOf(connection, (options) => new DynamoDBClient(options));
  return async (id: string): Promise<Client | undefined> => {
    const command = new GetItemCommand({ TableName: table, Key: rowOf(id), ConsistentRead: true });
    const { Item: found } = await asking(() => dynamo().send(command));
    const tenantId = found?.['tenantId']?.S;
    const named = GroupsSchema.safeParse(found?.['groups']?.SS);
    return tenantId === undefined || !named.success ? undefined : { tenantId, groups: named.data };
  };
}

/** Writes the clients of a deployment, as JSON: `[{"id": "…", "tenantId": "…", "groups": ["requester"]}]`. @throws ZodError */
export const publishClients = (connection: Connection, table: string) => {
  const dynamo = clientsOf(connection, (options) => new DynamoDBClient(options));
  return async (given: unknown): Promise<void> => {
    if (given === undefined) return;
    for (const { id, tenantId, groups: named } of GivenSchema.parse(JSON.parse(z.string().parse(given)))) {
      const command = new PutItemCommand({
        TableName: table,
        Item: { ...rowOf(id), tenantId: text(tenantId), groups: { SS: named } },
      });
      await asking(() => dynamo().send(command));
    }
  };
};

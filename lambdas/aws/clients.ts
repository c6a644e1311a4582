// SPDX-License-Identifier: Apache-2.0
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { type Group, groups } from '../records/principal.ts';
import { text } from './case-items.ts';
import { clientsOf, type Connection } from './connection.ts';
import { asking } from './tables.ts';

/** What an application stands for that signs in by itself: written when a tenant is taken on (lib). */
export type Client = Readonly<{ tenantId: string; groups: readonly Group[] }>;
const GroupsSchema = z.array(z.enum(groups)).min(1);

/** Rows `client/<id>` of the control table; undefined for a client that stands for nobody. @throws Unavailable, Throttled */
export function openClients(connection: Connection, table: string) {
  const dynamo = clientsOf(connection, (options) => new DynamoDBClient(options));
  return async (clientId: string): Promise<Client | undefined> => {
    const command = new GetItemCommand({
      TableName: table,
      Key: { name: text(`client/${clientId}`) },
      ConsistentRead: true,
    });
    const { Item: found } = await asking(() => dynamo().send(command));
    const tenantId = found?.['tenantId']?.S;
    const named = GroupsSchema.safeParse(found?.['groups']?.SS);
    return tenantId === undefined || !named.success ? undefined : { tenantId, groups: named.data };
  };
}

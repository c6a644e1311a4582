// SPDX-License-Identifier: Apache-2.0
import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { Failure } from '../failures.ts';
import type { Clock, Intake, WindowUse } from '../ports.ts';
import { openAllowance, type TenantLimits } from './allowance.ts';
import { type Item, text } from './case-items.ts';
import { clientsOf, type Connection } from './connection.ts';
import type { Stop } from './switch.ts';
import { asking } from './tables.ts';

const counts = ['used', 'asked', 'requests'] as const;
const day = 86_400;

/** One row a window; an attribute a tenant and count: `used#north`. */
function usesOf(item: Item | undefined): Record<string, WindowUse> {
  const uses: Record<string, WindowUse> = {};
  for (const [name, value] of Object.entries(item ?? {})) {
    const [count, tenant] = name.split('#');
    if (tenant === undefined || value.N === undefined) continue;
    uses[tenant] = {
      ...(uses[tenant] ?? { used: 0, asked: 0, requests: 0 }),
      [count ?? '']: Number(value.N),
    };
  }
  return uses;
}

export type IntakeOptions = Readonly<{
  table: string;
  charactersPerSecond: number;
  clock: Clock;
  /** What each tenant may ask. */
  limits: Readonly<Record<string, TenantLimits>>;
  /** Nothing is taken in while this says so. */
  stop: () => Promise<Stop>;
}>;

/** What all instances take in together, counted in one row of the control table a window. */
export function openIntake(connection: Connection, options: IntakeOptions): Intake {
  const { table, charactersPerSecond, clock, limits, stop } = options;
  const client = clientsOf(connection, (made) => new DynamoDBClient(made));
  const rowOf = (window: number): Item => ({ name: text(`intake/${window}`) });
  const add = async (
    window: number,
    tenantId: string,
    by: Readonly<WindowUse>,
  ): Promise<Item | undefined> => {
    const command = new UpdateItemCommand({
      TableName: table,
      Key: rowOf(window),
      UpdateExpression: `SET #ttl = if_not_exists(#ttl, :ttl) ADD ${counts.map((count) => `#${count} :${count}`).join(', ')}`,
      ExpressionAttributeNames: {
        '#ttl': 'ttl',
        ...Object.fromEntries(counts.map((count) => [`#${count}`, `${count}#${tenantId}`])),
      },
      ExpressionAttributeValues: {
        ':ttl': { N: String(Math.ceil(clock() / 1000) + day) },
        ...Object.fromEntries(counts.map((count) => [`:${count}`, { N: String(by[count]) }])),
      },
      ReturnValues: 'ALL_NEW',
    });
    return (await asking(() => client().send(command))).Attributes;
  };
  return {
    charactersPerSecond,
    mayAsk: openAllowance(connection, { table, clock, limits }),
    take: async (window, tenantId, characters) => {
      if ((await stop()) === 'intake') throw new Failure('Unavailable');
      const previous = new GetItemCommand({ TableName: table, Key: rowOf(window - 1) });
      const [now, before] = await Promise.all([
        add(window, tenantId, { used: characters, asked: characters, requests: 1 }),
        asking(() => client().send(previous)),
      ]);
      return { now: usesOf(now), before: usesOf(before.Item) };
    },
    giveBack: async (window, tenantId, characters) => {
      await add(window, tenantId, { used: -characters, asked: 0, requests: -1 });
    },
  };
}

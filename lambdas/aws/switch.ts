// SPDX-License-Identifier: Apache-2.0
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { Failure } from '../failures.ts';
import type { Clock, Models } from '../ports.ts';
import { text } from './case-items.ts';
import { clientsOf, type Connection } from './connection.ts';
import { asking } from './tables.ts';

/** What an operator has stopped: nothing, calls of models, or everything that comes in as well. */
const StopSchema = z.enum(['none', 'model', 'intake']);
export type Stop = z.infer<typeof StopSchema>;

const keepMs = 30_000;

/**
 * The kill switch: row `switch` of the control table, asked for at most every 30 seconds. No row: nothing is stopped.
 * A row that cannot be read stops everything. @throws Unavailable, Throttled
 */
export function openSwitch(connection: Connection, table: string, clock: Clock): () => Promise<Stop> {
  const client = clientsOf(connection, (options) => new DynamoDBClient(options));
  let known: { stop: Stop; until: number } | undefined;
  return async () => {
    if (known !== undefined && known.until > clock()) return known.stop;
    const command = new GetItemCommand({
      TableName: table,
      Key: { name: text('switch') },
      ConsistentRead: true,
    });
    const { Item: found } = await asking(() => client().send(command));
    const parsed = StopSchema.safeParse(found?.['stop']?.S);
    const stop = found === undefined ? 'none' : parsed.success ? parsed.data : 'intake';
    known = { stop, until: clock() + keepMs };
    return stop;
  };
}

/** Models that answer nobody while they are stopped: the case waits for a retry, and fails if it lasts. */
export const stoppable = (models: Models, stop: () => Promise<Stop>): Models => ({
  serves: models.serves,
  converse: async (call) => {
    if ((await stop()) !== 'none') throw new Failure('Unavailable');
    return models.converse(call);
  },
});

// SPDX-License-Identifier: Apache-2.0
import type { Ask } from './dynamo.ts';
import { ServiceError } from './service.ts';

type Json = Record<string, unknown>;
type Undo = () => Promise<void>;

const keyOf = (operation: string, body: Json): Json => {
  if (operation !== 'Put') return body['Key'] as Json;
  const { pk, sk } = body['Item'] as { pk: unknown; sk?: unknown };
  return { pk, ...(sk === undefined ? {} : { sk }) };
};

/** One write of a transaction: what there was before, and how it comes back. */
async function tryOne(ask: Ask, operation: string, body: Json): Promise<{ reason: Json; undo?: Undo }> {
  const { ReturnValuesOnConditionCheckFailure: wanted, ...rest } = body;
  const key = keyOf(operation, body);
  const TableName = body['TableName'];
  const before = (await ask('GetItem', { TableName, Key: key, ConsistentRead: true })).body['Item'] as
    Json | undefined;
  const { status, body: said } = await ask(`${operation}Item`, rest);
  if (status === 200)
    return {
      reason: { Code: 'None' },
      undo: async () => {
        if (before === undefined) await ask('DeleteItem', { TableName, Key: key });
        else await ask('PutItem', { TableName, Item: before });
      },
    };
  if (!String(said['__type']).includes('ConditionalCheckFailed'))
    throw new ServiceError('ValidationException');
  return {
    reason: {
      Code: 'ConditionalCheckFailed',
      ...(wanted === 'ALL_OLD' && before !== undefined ? { Item: before } : {}),
    },
  };
}

/** TransactWriteItems over a store that has none, and that nobody else speaks to meanwhile. */
export const transactions =
  (ask: Ask) =>
  async (body: Json): Promise<Readonly<{ status: number; body: Json }>> => {
    const { TransactItems, ClientRequestToken, ...unknown } = body;
    const items = TransactItems as Record<string, Json>[];
    if (
      Object.keys(unknown).length > 0 ||
      typeof ClientRequestToken !== 'string' ||
      items.length === 0 ||
      items.length > 100
    )
      throw new ServiceError('ValidationException');
    const writes = items.flatMap((item) => Object.entries(item));
    if (
      writes.length !== items.length ||
      writes.some(([name]) => !['Put', 'Update', 'Delete'].includes(name))
    )
      throw new ServiceError('ValidationException');
    const keys = writes.map(([name, each]) => JSON.stringify([each['TableName'], keyOf(name, each)]));
    // Two operations on one item are refused, not merged.
    if (new Set(keys).size !== keys.length) throw new ServiceError('ValidationException');
    const tried: Awaited<ReturnType<typeof tryOne>>[] = [];
    for (const [name, each] of writes) tried.push(await tryOne(ask, name, each));
    if (tried.every(({ undo }) => undo !== undefined)) return { status: 200, body: {} };
    for (const { undo } of tried) await undo?.();
    throw new ServiceError('TransactionCanceledException', 400, {
      CancellationReasons: tried.map(({ reason }) => reason),
    });
  };

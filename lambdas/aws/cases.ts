// SPDX-License-Identifier: Apache-2.0
import {
  type AttributeValue,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { failureName } from '../failures.ts';
import type { Cases, Clock, Custodian } from '../ports.ts';
import { CaseSchema, ConversationSchema } from '../records/case.ts';
import {
  acceptInto,
  caseAttributes,
  conversationAttributes,
  conversationKey,
  entryKey,
  standing,
  ttl,
} from './case-accept.ts';
import { caseKey, indexed, type Item, keyOf, parseItem, text } from './case-items.ts';
import { casePages } from './case-pages.ts';
import type { Connection } from './connection.ts';
import { asking, tableClients } from './tables.ts';
import { addTally, reviewNumbers } from './tallies.ts';

export type DynamoCases = Cases & Pick<Custodian, 'forgetCaller' | 'forgetCase'>;

type Update = Readonly<{
  UpdateExpression: string;
  ExpressionAttributeValues: Item;
  ExpressionAttributeNames: Record<string, string>;
}>;

/** Sets what has a value and removes what has none. */
function setting(attributes: Readonly<Record<string, AttributeValue | undefined>>): Update {
  const names = Object.keys(attributes);
  const kept = names.filter((name) => attributes[name] !== undefined);
  const gone = names.filter((name) => attributes[name] === undefined);
  // What the vault has forgotten is not due to be forgotten again: the mark takes the index's place.
  const value = (name: string) => (name === 'expiredPk' ? `if_not_exists(forgotten, :${name})` : `:${name}`);
  return {
    UpdateExpression: [
      `SET ${kept.map((name) => `#${name} = ${value(name)}`).join(', ')}`,
      ...(gone.length === 0 ? [] : [`REMOVE ${gone.map((name) => `#${name}`).join(', ')}`]),
    ].join(' '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      kept.map((name) => [`:${name}`, attributes[name] as AttributeValue]),
    ),
  };
}

const day = 86_400_000;

/** The case store on one DynamoDB table: an item is the case's JSON beside the keys it is looked up by. */
export function openCases(connection: Connection, table: string, clock: Clock): DynamoCases {
  const clients = tableClients(connection);
  const read = async (tenantId: string, key: Item): Promise<Item | undefined> => {
    const command = new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true });
    return (await asking(() => clients(tenantId).send(command))).Item;
  };
  const get: Cases['get'] = async (ref) => {
    // Ids come from callers: one that DynamoDB would refuse is no case's.
    if (ref.caseId === '') return undefined;
    const found = await read(ref.tenantId, caseKey(ref));
    return found && parseItem(CaseSchema, found);
  };
  return {
    accept: acceptInto(clients, table, clock, connection.backOff),
    get,

    remembered: async (of) => {
      const found = await read(of.tenantId, entryKey(of));
      return standing(of, found, clock());
    },

    replace: async (next, tallies = []) => {
      const { ExpressionAttributeValues, ...update } = setting({ ...caseAttributes(next), ...indexed(next) });
      const command = new UpdateItemCommand({
        TableName: table,
        Key: caseKey(next),
        ...update,
        ConditionExpression: '#version = :before',
        ExpressionAttributeValues: {
          ...ExpressionAttributeValues,
          ':before': { N: String(next.version - 1) },
        },
      });
      await asking(() => clients(next.tenantId).send(command));
      // Not in one transaction: the day's numbers are written by all cases at once, and would make them wait.
      await Promise.all(
        tallies.map((tally) => addTally(clients(next.tenantId), table, tally).catch(() => undefined)),
      );
    },

    conversation: async (ref) => {
      const found = await read(ref.tenantId, conversationKey(ref));
      return found && parseItem(ConversationSchema, found);
    },

    replaceConversation: async (next) => {
      const command = new PutItemCommand({
        TableName: table,
        Item: { ...conversationKey(next), ...conversationAttributes(next) },
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': { N: String(next.version - 1) } },
      });
      await asking(() => clients(next.tenantId).send(command));
    },

    ...casePages(clients, table, get),
    ...reviewNumbers(clients, table),

    forgotten: async (ref) => {
      const command = new UpdateItemCommand({
        TableName: table,
        Key: caseKey(ref),
        UpdateExpression: 'SET forgotten = :gone, expiredPk = :gone',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':gone': text('gone') },
      });
      await asking(() => clients(ref.tenantId).send(command));
    },

    spend: async ({ tenantId, day: when, tokens, limit }) => {
      if (tokens > limit) return false;
      const command = new UpdateItemCommand({
        TableName: table,
        Key: keyOf(tenantId, `spent#${when}`, 'spent'),
        UpdateExpression: 'SET #ttl = :ttl ADD tokens :tokens',
        ConditionExpression: 'attribute_not_exists(tokens) OR tokens <= :room',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':tokens': { N: String(tokens) },
          ':room': { N: String(limit - tokens) },
          ':ttl': ttl(Date.parse(when) + 3 * day)['ttl'] as AttributeValue,
        },
      });
      try {
        await asking(() => clients(tenantId).send(command));
        return true;
      } catch (thrown) {
        if (failureName(thrown) === 'Conflict') return false;
        throw thrown;
      }
    },

    spent: async ({ tenantId, day: when }) => {
      const found = await read(tenantId, keyOf(tenantId, `spent#${when}`, 'spent'));
      return Number(found?.['tokens']?.N ?? 0);
    },

    forgetCaller: async (ref) => {
      const { tenantId, caseId } = ref;
      const key = (await read(tenantId, caseKey(ref)))?.['callerKey']?.S;
      if (key === undefined) return 0;
      const remove = new DeleteItemCommand({
        TableName: table,
        Key: entryKey({ tenantId, key }),
        ConditionExpression: 'attribute_not_exists(pk) OR caseId = :caseId',
        ExpressionAttributeValues: { ':caseId': text(caseId) },
      });
      const unname = new UpdateItemCommand({
        TableName: table,
        Key: caseKey(ref),
        UpdateExpression: 'REMOVE callerKey',
        ConditionExpression: 'attribute_exists(pk)',
      });
      // The key first: a crash in between finds its name again.
      await asking(() => clients(tenantId).send(remove)).catch((thrown: unknown) => {
        // Its time was over and another case has it by now.
        if (failureName(thrown) !== 'Conflict') throw thrown;
      });
      await asking(() => clients(tenantId).send(unname));
      return 1;
    },

    forgetCase: async (ref) => {
      const { tenantId } = ref;
      const key = (await read(tenantId, caseKey(ref)))?.['callerKey']?.S;
      const keys = [...(key === undefined ? [] : [entryKey({ tenantId, key })]), caseKey(ref)];
      for (const each of keys)
        await asking(() => clients(tenantId).send(new DeleteItemCommand({ TableName: table, Key: each })));
    },
  };
}

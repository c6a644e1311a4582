// SPDX-License-Identifier: Apache-2.0
import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import { boundedMap } from '../bounded-map.ts';
import { Failure, failureName } from '../failures.ts';
import type { Clock, Custodian, Keys } from '../ports.ts';
import type { CaseRef } from '../records/case.ts';
import { type Item, text } from './case-items.ts';
import type { Connection } from './connection.ts';
import { asking as askingKms, keyClients } from './key-service.ts';
import { asking, tableClients } from './tables.ts';

export type EnvelopeKeys = Keys & Pick<Custodian, 'eraseKey'>;

export type KeysOptions = Readonly<{
  table: string;
  /** The KMS key that wraps them all; tenant and case are its encryption context. */
  wrapping: string;
  clock: Clock;
}>;

const keyLength = 32;
/** Unwrapped keys that are kept: found by their ciphertext, which is read anew each time, so that erasure is at once. */
const most = 200;
const keepMs = 300_000;

type Stored = Readonly<{ wrapped?: Uint8Array | undefined; erased: boolean }>;

/**
 * Case keys in a DynamoDB table of their own: 32 random bytes each, wrapped by KMS under the context of its tenant
 * and case, so that a row that was moved to another case does not open. Erasing takes the wrapped key out of the row.
 */
export function openKeys(connection: Connection, options: KeysOptions): EnvelopeKeys {
  const { table, wrapping, clock } = options;
  const tables = tableClients(connection);
  const kms = keyClients(connection);
  const unwrapped = boundedMap<string, { key: Buffer; until: number }>(most, ({ key }) => key.fill(0));

  const rowOf = (tenantId: string, name: string): Item => ({ pk: text(`${tenantId}#${name}`) });
  const contextOf = (tenantId: string, name: string) => ({ tenant: tenantId, case: name });

  const read = async (tenantId: string, name: string): Promise<Stored | undefined> => {
    const command = new GetItemCommand({
      TableName: table,
      Key: rowOf(tenantId, name),
      ConsistentRead: true,
    });
    const { Item: found } = await asking(() => tables(tenantId).send(command));
    return found && { wrapped: found['wrapped']?.B, erased: found['erasedAt'] !== undefined };
  };

  const unwrap = async (tenantId: string, name: string, wrapped: Uint8Array): Promise<Uint8Array> => {
    const id = `${tenantId}/${name}/${Buffer.from(wrapped).toString('base64')}`;
    const known = unwrapped.get(id);
    // A copy: what is forgotten is overwritten.
    if (known !== undefined && known.until > clock()) return Buffer.from(known.key);
    const command = new DecryptCommand({
      KeyId: wrapping,
      CiphertextBlob: wrapped,
      EncryptionContext: contextOf(tenantId, name),
    });
    const { Plaintext: plain } = await askingKms(() => kms(tenantId).send(command));
    if (plain?.length !== keyLength) throw new Failure('Malformed');
    // In memory of its own, not in Buffer's pool.
    const key = Buffer.alloc(keyLength, plain);
    unwrapped.set(id, { key, until: clock() + keepMs });
    return Buffer.from(key);
  };

  /** Writes a new key unless there is one, or was: whoever comes second goes on with the first one's. */
  const make = async (tenantId: string, name: string): Promise<void> => {
    const generate = new GenerateDataKeyCommand({
      KeyId: wrapping,
      KeySpec: 'AES_256',
      EncryptionContext: contextOf(tenantId, name),
    });
    const made = await askingKms(() => kms(tenantId).send(generate));
    if (made.CiphertextBlob === undefined) throw new Failure('Malformed');
    const put = new PutItemCommand({
      TableName: table,
      Item: { ...rowOf(tenantId, name), wrapped: { B: made.CiphertextBlob } },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    try {
      await asking(() => tables(tenantId).send(put));
    } catch (thrown) {
      if (failureName(thrown) !== 'Conflict') throw thrown;
    }
  };

  /** A key of the tenant itself, made by whoever needs it first. */
  const ofTenant = async (tenantId: string, name: string): Promise<Uint8Array> => {
    const found = await read(tenantId, name);
    if (found === undefined) await make(tenantId, name);
    const { wrapped } = found ?? (await read(tenantId, name)) ?? {};
    if (wrapped === undefined) throw new Failure('KeyErased');
    return unwrap(tenantId, name, wrapped);
  };

  const assertThere = async ({ tenantId, caseId }: CaseRef): Promise<Stored> => {
    const found = await read(tenantId, caseId);
    if (found === undefined) throw new Failure('NotFound');
    return found;
  };

  return {
    create: async ({ tenantId, caseId }) => {
      const found = await read(tenantId, caseId);
      if (found?.erased === true) throw new Failure('KeyErased');
      if (found === undefined) await make(tenantId, caseId);
    },

    discard: async ({ tenantId, caseId }) => {
      const command = new DeleteItemCommand({
        TableName: table,
        Key: rowOf(tenantId, caseId),
        ConditionExpression: 'attribute_not_exists(erasedAt)',
      });
      await asking(() => tables(tenantId).send(command)).catch((thrown: unknown) => {
        // An erasure leaves its trace.
        if (failureName(thrown) !== 'Conflict') throw thrown;
      });
    },

    caseKey: async (ref) => {
      const { wrapped } = await assertThere(ref);
      if (wrapped === undefined) throw new Failure('KeyErased');
      return unwrap(ref.tenantId, ref.caseId, wrapped);
    },

    tenantKey: (tenantId) => ofTenant(tenantId, 'tenant'),
    indexKey: (tenantId) => ofTenant(tenantId, 'index'),

    eraseKey: async (ref) => {
      if ((await assertThere(ref)).erased) return;
      const command = new UpdateItemCommand({
        TableName: table,
        Key: rowOf(ref.tenantId, ref.caseId),
        UpdateExpression: 'SET erasedAt = if_not_exists(erasedAt, :now) REMOVE #wrapped',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#wrapped': 'wrapped' },
        ExpressionAttributeValues: { ':now': { N: String(clock()) } },
      });
      await asking(() => tables(ref.tenantId).send(command));
    },
  };
}

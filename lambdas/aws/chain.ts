// SPDX-License-Identifier: Apache-2.0
import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetPublicKeyCommand, SignCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { createHash, createPublicKey } from 'node:crypto';
import { Failure, failureName } from '../failures.ts';
import type { Archive, Chain, Clock, Signer } from '../ports.ts';
import { canonicalJson } from '../records/digest.ts';
import { HeadSchema } from '../records/seal.ts';
import { tenantOf } from './archive.ts';
import { asking as askingAny } from './asking.ts';
import { type Item, padded, shards, text } from './case-items.ts';
import type { Connection } from './connection.ts';
import { asking as askingKms, keyClients } from './key-service.ts';
import { objectClients } from './objects.ts';
import { queryPage } from './query.ts';
import { asking, tableClients } from './tables.ts';

/** What seals take up; seals themselves are chained by their hashes. */
const sealable = /^(?:event|record|sealed)\//;
const atOnce = 32;
const headName = 'head.json';
/** More waiting keys than are asked for: some of them may turn out to be taken, or not written yet. */
const spare = 200;

const rowOf = (key: string): Item => ({ pk: text(`${tenantOf(key) ?? ''}#${key}`) });
const newestRow: Item = { pk: text('#newest') };
const shardOf = (key: string): number => createHash('sha256').update(key).digest().readUInt32BE() % shards;

/**
 * Announces a key of the archive before it is written: from then on it waits for a seal, whatever becomes of the
 * process that writes it. @returns what `openArchive` calls
 */
export function announcing(connection: Connection, table: string, clock: Clock) {
  const tables = tableClients(connection);
  return async (key: string): Promise<void> => {
    if (!sealable.test(key)) return;
    const command = new UpdateItemCommand({
      TableName: table,
      Key: rowOf(key),
      UpdateExpression: 'SET pendingPk = :shard, pendingSk = :at',
      ConditionExpression: 'attribute_not_exists(#sequence)',
      ExpressionAttributeNames: { '#sequence': 'sequence' },
      ExpressionAttributeValues: {
        ':shard': text(`pending#${shardOf(key)}`),
        ':at': text(`${padded(clock())}#${key}`),
      },
    });
    await asking(() => tables(tenantOf(key)).send(command)).catch((thrown: unknown) => {
      // A seal has it already.
      if (failureName(thrown) !== 'Conflict') throw thrown;
    });
  };
}

export type ChainOptions = Readonly<{
  table: string;
  /** KMS keys of ECC_NIST_P256, oldest first. */
  signingKeys: readonly string[];
  headsBucket: string;
  archive: Pick<Archive, 'get'>;
}>;

async function inParts<Value, Result>(
  values: readonly Value[],
  work: (value: Value) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < values.length; from += atOnce)
    results.push(...(await Promise.all(values.slice(from, from + atOnce).map(work))));
  return results;
}

/** Which seal has taken an object up, as the table remembers it. @throws Unavailable, Throttled */
export function openSealed(connection: Connection, table: string) {
  const tables = tableClients(connection)();
  const numberAt = async (key: Item): Promise<number | undefined> => {
    const command = new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true });
    const found = (await asking(() => tables.send(command))).Item?.['sequence']?.N;
    return found === undefined ? undefined : Number(found);
  };
  return { numberAt, sealOf: (key: string) => numberAt(rowOf(key)) };
}

/** The chain beside the archive: a table of what waits, KMS to sign, and the newest head in a bucket elsewhere. */
export function openChain(connection: Connection, options: ChainOptions): Chain {
  const { table, signingKeys, headsBucket, archive } = options;
  const tables = tableClients(connection)();
  const s3 = objectClients(connection)();
  const kms = keyClients(connection)();
  const { numberAt, sealOf } = openSealed(connection, table);
  /** An index follows its table with a delay, and a key is announced before there is an object. */
  const waits = async (key: string): Promise<boolean> =>
    (await sealOf(key)) === undefined && (await archive.get(key)) !== undefined;

  const signerOf = async (keyId: string): Promise<Signer> => {
    const answer = await askingKms(() => kms.send(new GetPublicKeyCommand({ KeyId: keyId })));
    if (answer.PublicKey === undefined || answer.KeySpec !== 'ECC_NIST_P256') throw new Failure('Malformed');
    const publicKey = createPublicKey({ key: Buffer.from(answer.PublicKey), format: 'der', type: 'spki' })
      .export({ type: 'spki', format: 'pem' })
      .toString();
    return {
      publicKey,
      sign: async (bytes) => {
        const command = new SignCommand({
          KeyId: keyId,
          // KMS takes 4 KB of a message and any digest.
          Message: createHash('sha256').update(bytes).digest(),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        });
        const { Signature } = await askingKms(() => kms.send(command));
        if (Signature === undefined) throw new Failure('Malformed');
        return Signature;
      },
    };
  };
  let signers: Promise<Signer[]> | undefined;

  return {
    unsealed: async (limit) => {
      const found = await Promise.all(
        Array.from({ length: shards }, (_, shard) =>
          queryPage(tables, {
            table,
            index: 'pending',
            partition: `pending#${shard}`,
            limit: limit + spare,
          }),
        ),
      );
      const keys = found.flat().flatMap((item) => item['pendingSk']?.S?.slice(padded(0).length + 1) ?? []);
      const waiting = await inParts(keys.slice(0, limit + spare), async (key) =>
        (await waits(key)) ? [key] : [],
      );
      return waiting.flat().slice(0, limit);
    },

    took: async (sequence, keys) => {
      await inParts(keys, (key) =>
        asking(() =>
          tables.send(
            new UpdateItemCommand({
              TableName: table,
              Key: rowOf(key),
              UpdateExpression:
                'SET #sequence = if_not_exists(#sequence, :sequence) REMOVE pendingPk, pendingSk',
              ExpressionAttributeNames: { '#sequence': 'sequence' },
              ExpressionAttributeValues: { ':sequence': { N: String(sequence) } },
            }),
          ),
        ),
      );
      const newest = new UpdateItemCommand({
        TableName: table,
        Key: newestRow,
        UpdateExpression: 'SET #sequence = :sequence',
        ConditionExpression: 'attribute_not_exists(#sequence) OR #sequence < :sequence',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':sequence': { N: String(sequence) } },
      });
      await asking(() => tables.send(newest)).catch((thrown: unknown) => {
        if (failureName(thrown) !== 'Conflict') throw thrown;
      });
    },

    sealOf,
    newest: async () => (await numberAt(newestRow)) ?? 0,

    signers: () => {
      signers ??= Promise.all(signingKeys.map(signerOf)).catch((thrown: unknown) => {
        signers = undefined;
        throw thrown;
      });
      return signers;
    },

    readHead: async () => {
      const command = new GetObjectCommand({ Bucket: headsBucket, Key: headName });
      const found = await askingAny(async () => {
        try {
          return await (await s3.send(command)).Body?.transformToString('utf-8');
        } catch (thrown) {
          if ((thrown as Error).name === 'NoSuchKey') return undefined;
          throw thrown;
        }
      }, {});
      if (found === undefined) return undefined;
      try {
        return HeadSchema.parse(JSON.parse(found));
      } catch {
        throw new Failure('Malformed');
      }
    },

    writeHead: async (head) => {
      const command = new PutObjectCommand({
        Bucket: headsBucket,
        Key: headName,
        Body: Buffer.from(`${canonicalJson(head)}\n`),
        ContentType: 'application/json',
      });
      await askingAny(() => s3.send(command));
    },
  };
}

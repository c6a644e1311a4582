// SPDX-License-Identifier: Apache-2.0
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Failure } from '../failures.ts';
import { readPolicy, type ReadPolicy } from '../policy-file.ts';
import type { Policies } from '../ports.ts';
import { sha256 } from '../records/digest.ts';
import type { Policy } from '../records/policy.ts';
import { text } from './case-items.ts';
import { clientsOf, type Connection } from './connection.ts';
import { asking } from './tables.ts';

type Read = Extract<ReadPolicy, { policy: Policy }>;

/** The policies of a deployment, which is not made with one that does not validate. @throws Error naming the mistakes */
export function inForce(files: readonly unknown[]): Read[] {
  return files.map((file) => {
    const read = readPolicy(JSON.stringify(file));
    if (read.policy === undefined) throw new Error(`A policy cannot be used: ${read.mistakes.join('; ')}`);
    return read;
  });
}

const rowOf = (hash: string) => ({ name: text(`policy/${hash}`) });

/** Policies in force are in the bundle; those that a case began with and that are no more, in the control table. */
export function openPolicies(connection: Connection, table: string, files: readonly unknown[]): Policies {
  const client = clientsOf(connection, (options) => new DynamoDBClient(options));
  const all = inForce(files);
  const current = new Map(all.map(({ policy, ref }) => [ref.id, { policy, ref }]));
  const known = new Map(all.map(({ policy, ref }) => [ref.hash, policy]));
  return {
    ids: () => [...current.keys()].sort(),
    current: (id) => current.get(id),
    byHash: async (hash) => {
      const found = known.get(hash);
      if (found !== undefined) return found;
      if (!/^[0-9a-f]{64}$/.test(hash)) throw new Failure('NotFound');
      const command = new GetItemCommand({ TableName: table, Key: rowOf(hash) });
      const body = (await asking(() => client().send(command))).Item?.['body']?.S;
      if (body === undefined) throw new Failure('NotFound');
      const read = readPolicy(body);
      if (read.policy === undefined || sha256(body) !== hash) throw new Failure('Malformed');
      known.set(hash, read.policy);
      return read.policy;
    },
  };
}

/** Keeps every policy of a deployment under its hash, for the cases that begin with it. Idempotent. */
export const publishPolicies = (connection: Connection, table: string) => {
  const client = clientsOf(connection, (options) => new DynamoDBClient(options));
  return async (files: readonly unknown[]): Promise<void> => {
    for (const { ref, canonical } of inForce(files)) {
      const command = new PutItemCommand({
        TableName: table,
        Item: { ...rowOf(ref.hash), id: text(ref.id), version: text(ref.version), body: text(canonical) },
      });
      await asking(() => client().send(command));
    }
  };
};

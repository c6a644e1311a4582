// SPDX-License-Identifier: Apache-2.0
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { jsonProtocol } from './json.ts';
import { type Answer, type Call, openStub, ServiceError, type Stub } from './service.ts';
import type { Principals } from './signature.ts';
import { tableOf, type TableShape } from './tables.ts';
import { transactions } from './transactions.ts';

type Json = Record<string, unknown>;
/** One call of the store behind: its status and what it says. */
export type Ask = (operation: string, body: Json) => Promise<Readonly<{ status: number; body: Json }>>;

const keysIn = (value: unknown): string[] => {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const found = (part as { S?: string } | null)?.S;
    return name === 'pk' && found !== undefined ? [found] : keysIn(part);
  });
};

/** The partition that a Query asks about. */
const queried = (body: Json): string[] => {
  const values = body['ExpressionAttributeValues'] as Record<string, { S?: string }> | undefined;
  return values?.[':pk']?.S === undefined ? [] : [values[':pk'].S];
};

/** `dynamodb:LeadingKeys`: a session of a tenant reaches the keys of its own tenant only. */
function assertOwn(call: Call, body: Json, tenantTables: ReadonlySet<string>): void {
  const { TableName: one, RequestItems: many } = body;
  const table = typeof one === 'string' ? one : (Object.keys(many ?? {})[0] ?? '');
  const named = call.operation === 'Query' ? queried(body) : keysIn(body);
  const { tenant } = call.who;
  const foreign = named.some((key) => tenant !== undefined && !key.startsWith(`${tenant}#`));
  // Rows of tenants are reached in a session of theirs; only indexes of all tenants and seals are the function's own.
  const shared = named.every((key) =>
    /^(?:stale|expired|due|pending)#\d$|^#|^[a-z0-9-]*#(?:record|sealed|event)\//.test(key),
  );
  if (foreign || (tenant === undefined && tenantTables.has(table) && !shared))
    throw new ServiceError('AccessDeniedException');
}

/**
 * DynamoDB: dynalite behind a door that verifies signatures and leading keys, and that adds what dynalite lacks:
 * transactions. One call at a time, so that a transaction is one.
 */
export async function openDynamo(
  principals: Principals,
  shapes: Readonly<Record<string, TableShape>>,
): Promise<Stub> {
  const store = dynalite({ createTableMs: 0 });
  store.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
  const ask: Ask = async (operation, body) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        'x-amz-date': '20261120T120000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=a/20261120/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=a',
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  };
  for (const [name, shape] of Object.entries(shapes)) {
    const made = await ask('CreateTable', tableOf(name, shape));
    if (made.status !== 200) throw new Error(JSON.stringify(made.body));
    while (JSON.stringify(await ask('DescribeTable', { TableName: name })).includes('CREATING'));
  }
  const tenantTables = new Set(
    Object.entries(shapes)
      .filter(([, shape]) => shape.tenants)
      .map(([name]) => name),
  );
  const indexes = new Map(Object.entries(shapes).map(([name, shape]) => [name, shape.indexes]));

  const answered = ({ status, body }: Awaited<ReturnType<Ask>>): Answer => ({
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify(body),
  });
  const serve = async (call: Call): Promise<Answer> => {
    const body = JSON.parse(call.body.toString()) as Json;
    assertOwn(call, body, tenantTables);
    // An index is not read consistently, and one that is not there is not read at all.
    const index = body['IndexName'];
    if (
      index !== undefined &&
      (body['ConsistentRead'] === true ||
        !indexes.get(String(body['TableName']))?.some((each) => each.name === index))
    )
      throw new ServiceError('ValidationException');
    if (call.operation === 'TransactWriteItems') return answered(await transactions(ask)(body));
    return answered(await ask(call.operation, body));
  };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (call: Call): Promise<Answer> => {
    const next = last.then(() => serve(call));
    last = next.catch(() => undefined);
    return next;
  };
  const stub = await openStub({
    service: 'dynamodb',
    protocol: jsonProtocol('DynamoDB_20120810', '1.0'),
    principals,
    serve: inTurn,
  });
  return {
    ...stub,
    close: async () => {
      await stub.close();
      store.closeAllConnections();
      await new Promise<void>((resolve) => store.close(() => resolve()));
    },
  };
}

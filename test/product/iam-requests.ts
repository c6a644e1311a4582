// SPDX-License-Identifier: Apache-2.0
import type { FunctionName } from '../../lambdas/uses.ts';
import type { Request } from '../lib/policy-evaluator.ts';
import type { Call } from '../stubs/service.ts';
import { tables } from '../stubs/tables.ts';

/** What IAM is asked before a call is served: a function, in its own role or in a session of a tenant. */
export type IamRequest = Request & Readonly<{ function: FunctionName; as: 'own' | 'tenant' }>;
type Asked = Omit<Request, 'principal'>;
type Context = Record<string, string | string[]>;
type Json = Record<string, unknown>;
type Row = Readonly<Record<string, { S?: string } | undefined>>;

const account = '111122223333';
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${account}:${rest}`;
const json = ({ body }: Call) => JSON.parse(body.toString()) as Json;

/** One action on rows, by the keys that begin them (`dynamodb:LeadingKeys`). */
function onRows(action: string, table: string, rows: readonly Row[], index?: string): Asked {
  const [key] = tables[table as keyof typeof tables].key;
  const leading = rows.map((row) => row[index === undefined ? key : `${index}Pk`]?.S ?? '');
  return {
    action: `dynamodb:${action}`,
    resource: arn('dynamodb', `table/${table}${index === undefined ? '' : `/index/${index}`}`),
    context: { 'dynamodb:LeadingKeys': leading },
  };
}

type Write = Readonly<{ TableName: string; Key?: Row; Item?: Row }>;
const rowOf = ({ Key, Item }: Pick<Write, 'Key' | 'Item'>): Row => Key ?? Item ?? {};

function dynamodb(call: Call): Asked[] {
  const body = json(call);
  const { operation } = call;
  if (operation === 'TransactWriteItems')
    return (body['TransactItems'] as Record<string, Write>[]).flatMap((item) =>
      Object.entries(item).map(([name, write]) => onRows(`${name}Item`, write.TableName, [rowOf(write)])),
    );
  if (operation === 'BatchWriteItem')
    return Object.entries(body['RequestItems'] as Record<string, Record<string, Write>[]>).map(
      ([table, writes]) =>
        onRows(
          operation,
          table,
          writes.flatMap((each) => Object.values(each).map(rowOf)),
        ),
    );
  if (operation !== 'Query') return [onRows(operation, String(body['TableName']), [rowOf(body)])];
  const { TableName, IndexName, KeyConditionExpression, ExpressionAttributeValues } = body;
  const index = IndexName as string | undefined;
  if (!/^#pk = :pk\b/.test(String(KeyConditionExpression))) throw new Error('a query without a partition');
  const value = (ExpressionAttributeValues as Row)[':pk'] ?? {};
  return [
    onRows('Query', String(TableName), [{ [index === undefined ? 'pk' : `${index}Pk`]: value }], index),
  ];
}

/** Under which key and encryption context each object was written. */
type Encrypted = Map<string, Readonly<{ key: string; context: Context }>>;
const viaS3 = { 'kms:ViaService': 's3.us-east-1.amazonaws.com' };

function contextIn(headers: Call['headers']): Context {
  const header = headers['x-amz-server-side-encryption-context'];
  const given =
    header === undefined
      ? {}
      : (JSON.parse(Buffer.from(header, 'base64').toString()) as Record<string, string>);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
  );
}

/** The encryption of a bucket with a bucket key, where a put does not say: its context is the bucket. */
const byDefault = (bucket: string, key: string) => ({
  key,
  context: { 'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${bucket}` },
});

const listings: Readonly<Record<string, string>> = {
  ListObjectsV2: 's3:ListBucket',
  ListObjectVersions: 's3:ListBucketVersions',
};

/** What S3 asks for, and what it asks KMS for in the caller's name. */
function s3(call: Call, written: Encrypted, archiveKey: string): Asked[] {
  const { operation, path, query, headers, body } = call;
  const [, bucket = '', ...rest] = path.split('/');
  const key = rest.join('/');
  const listing = listings[operation];
  if (listing !== undefined)
    return [
      {
        action: listing,
        resource: `arn:aws:s3:::${bucket}`,
        context: { 's3:prefix': query.get('prefix') ?? '' },
      },
    ];
  if (operation === 'DeleteObjects')
    return [...body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, each = '']) => ({
      action: 's3:DeleteObject',
      resource: `arn:aws:s3:::${bucket}/${each}`,
    }));
  const resource = `arn:aws:s3:::${bucket}/${key}`;
  const on = (...actions: string[]): Asked[] =>
    actions.map((action) => ({ action: `s3:${action}`, resource }));
  if (operation === 'PutObject') {
    const named = headers['x-amz-server-side-encryption-aws-kms-key-id'];
    const under =
      named === undefined ? byDefault(bucket, archiveKey) : { key: named, context: contextIn(headers) };
    written.set(resource, under);
    const locked = headers['x-amz-object-lock-mode'] !== undefined;
    return [
      ...on('PutObject', ...(locked ? ['PutObjectRetention'] : [])),
      { action: 'kms:GenerateDataKey', resource: under.key, context: { ...under.context, ...viaS3 } },
    ];
  }
  const version = query.has('versionId') ? 'Version' : '';
  if (operation === 'DeleteObject') return on(`DeleteObject${version}`);
  if (operation !== 'GetObject') return on(operation);
  const under = written.get(resource);
  // Without the right to list it, S3 says 403 of what is not there.
  if (under === undefined)
    return [
      ...on('GetObject'),
      { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}`, context: { 's3:prefix': key } },
    ];
  return [
    // Retention and legal hold are only told to who may read them.
    ...on(`GetObject${version}`, ...(version === '' ? [] : ['GetObjectRetention', 'GetObjectLegalHold'])),
    { action: 'kms:Decrypt', resource: under.key, context: { ...under.context, ...viaS3 } },
  ];
}

function kms(call: Call): Asked[] {
  const { KeyId, EncryptionContext = {} } = json(call) as { KeyId: string; EncryptionContext?: Context };
  const context = Object.fromEntries(
    Object.entries(EncryptionContext).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
  );
  return [{ action: `kms:${call.operation}`, resource: KeyId, context }];
}

function bedrockRuntime({ operation, path, body }: Call): Asked[] {
  const guardrail = (id: string) => arn('bedrock', `guardrail/${id}`);
  if (operation === 'InvokeGuardrailChecks')
    return [{ action: 'bedrock:InvokeGuardrailChecks', resource: '*' }];
  if (operation === 'ApplyGuardrail')
    return [{ action: 'bedrock:ApplyGuardrail', resource: guardrail(path.split('/')[2] ?? '') }];
  const { guardrailConfig: used } = JSON.parse(body.toString()) as {
    guardrailConfig: { guardrailIdentifier: string; guardrailVersion: string };
  };
  const on = guardrail(used.guardrailIdentifier);
  return [
    {
      action: 'bedrock:InvokeModel',
      resource: `arn:aws:bedrock:us-east-1::foundation-model/${path.split('/')[2] ?? ''}`,
      context: { 'bedrock:GuardrailIdentifier': `${on}:${used.guardrailVersion}` },
    },
    { action: 'bedrock:ApplyGuardrail', resource: on },
  ];
}

/** REST-JSON operations of services that only deployments ask. */
const rest: Readonly<Record<string, Asked>> = {
  'GET /data-retention': { action: 'bedrock:GetAccountDataRetention', resource: '*' },
  'GET /logging/modelinvocations': {
    action: 'bedrock:GetModelInvocationLoggingConfiguration',
    resource: '*',
  },
  'GET /macie': { action: 'macie2:GetMacieSession', resource: '*' },
  'POST /jobs': { action: 'macie2:CreateClassificationJob', resource: arn('macie2', 'classification-job/*') },
  'PATCH /jobs/{jobId}': {
    action: 'macie2:UpdateClassificationJob',
    resource: arn('macie2', 'classification-job/job-1'),
  },
};

type Known = Readonly<{ archiveKey: string; stateMachine: string; bus: string; workgroup: string }>;

function askedOf(call: Call, written: Encrypted, known: Known): Asked[] {
  const { service, operation, path } = call;
  const simple = rest[operation];
  if (simple !== undefined) return [simple];
  switch (service) {
    case 'dynamodb':
      return dynamodb(call);
    case 's3':
      return s3(call, written, known.archiveKey);
    case 'kms':
      return kms(call);
    case 'bedrock':
      return operation === 'GET /foundation-models/{id}'
        ? [
            {
              action: 'bedrock:GetFoundationModel',
              resource: `arn:aws:bedrock:us-east-1::foundation-model/${path.split('/').at(-1) ?? ''}`,
            },
          ]
        : bedrockRuntime(call);
    case 'states':
      return [
        {
          action: `states:${operation}`,
          resource:
            operation === 'DescribeExecution' ? String(json(call)['executionArn']) : known.stateMachine,
        },
      ];
    case 'events':
      return [{ action: `events:${operation}`, resource: arn('events', `event-bus/${known.bus}`) }];
    case 'athena':
      return [{ action: `athena:${operation}`, resource: arn('athena', `workgroup/${known.workgroup}`) }];
    // What neither resources nor conditions exist for.
    case 'comprehendmedical':
    case 'servicequotas':
      return [{ action: `${service}:${operation}`, resource: '*' }];
    default:
      throw new Error(`Nobody has said what IAM is asked for ${service} ${operation}.`);
  }
}

/**
 * What IAM is asked for calls (Service Authorization Reference), in the order in which they were made, with what it
 * compares: leading keys, prefixes, encryption contexts, the guardrail. Calls of STS are looked at by its stub.
 */
export function iamRequests(calls: readonly Call[], known: Known): IamRequest[] {
  const written: Encrypted = new Map();
  return calls.flatMap((call) => {
    const { name, tenant } = call.who;
    if (name === undefined || call.service === 'sts') return [];
    const as = tenant === undefined ? ('own' as const) : ('tenant' as const);
    const session: Context = tenant === undefined ? {} : { 'aws:PrincipalTag/tenant': tenant };
    return askedOf(call, written, known).map((asked) => ({
      ...asked,
      function: name as FunctionName,
      as,
      principal: `${name}-${as}`,
      context: { ...session, ...asked.context },
    }));
  });
}

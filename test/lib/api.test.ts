// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { operations } from '../../lambdas/api/index.ts';
import { problems } from '../../lambdas/api/problems.ts';
import { type FunctionName, functions } from '../../lambdas/uses.ts';
import { simplerSchema } from '../../lib/gateway/simpler-schema.ts';
import { stageOf } from './stages.ts';

const { gateway } = stageOf('production');
type Made = {
  operationId: string;
  security: Record<string, string[]>[];
  requestBody?: { content: Record<string, { schema: object }> };
  'x-amazon-apigateway-request-validator': string;
  'x-amazon-apigateway-integration': Record<string, unknown>;
};
type Body = {
  openapi: string;
  paths: Record<string, Record<string, Made>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, Record<string, unknown>> };
  'x-amazon-apigateway-gateway-responses': Record<
    string,
    { statusCode: number; responseTemplates: Record<string, string> }
  >;
};
const rest = gateway.all('AWS::ApiGateway::RestApi')[0]!.Properties;
const body = rest['Body'] as Body;
const made = Object.fromEntries(
  Object.values(body.paths).flatMap((methods) =>
    Object.values(methods).map((each) => [each.operationId, each]),
  ),
);
const deployed = gateway.all('AWS::ApiGateway::Stage')[0]!.Properties;
const functionOf = (operationId: string) =>
  (Object.keys(functions) as FunctionName[]).find(
    (name) => 'operation' in functions[name] && functions[name].operation === operationId,
  );

/** Every key anywhere in a value. */
const keysIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(keysIn)
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, each]) => [key, ...keysIn(each)])
      : [];

describe('the API', () => {
  it('has every operation of the project, and no other', () =>
    expect(Object.keys(made).sort()).toEqual(operations.map(({ id }) => id).sort()));

  it.each(operations.map(({ id, groups }) => [id, groups.length === 0] as const))(
    'serves %s by its own function, to whoever may (open: %s)',
    (id, open) => {
      const {
        security,
        'x-amazon-apigateway-integration': integration,
        'x-amazon-apigateway-request-validator': validator,
      } = made[id]!;
      expect(integration['uri']).toContain(`:function:prompt-airlock-production-${functionOf(id)!}/`);
      expect(integration).toMatchObject({ type: 'aws_proxy', httpMethod: 'POST' });
      expect(validator).toBe('all');
      expect(open ? security : security[0]?.['people']).toEqual(open ? [] : ['airlock/api']);
    },
  );

  it('verifies tokens of its pool, and accepts access tokens for its scope only', () =>
    expect(body.components.securitySchemes['people']).toMatchObject({
      'x-amazon-apigateway-authtype': 'cognito_user_pools',
      'x-amazon-apigateway-authorizer': {
        type: 'cognito_user_pools',
        providerARNs: [expect.stringContaining('Pool')],
      },
    }));

  it('streams the answers of functions that stream, for as long as they may run', () => {
    const handlers = new URL('../../lambdas/handlers/', import.meta.url);
    const streaming = operations.filter(({ id }) =>
      readFileSync(new URL(`${functionOf(id)!}.ts`, handlers), 'utf8').includes('streamOperation('),
    );
    const streamed = Object.values(made).filter(
      (each) => each['x-amazon-apigateway-integration']['responseTransferMode'] === 'STREAM',
    );
    expect(streamed.map(({ operationId }) => operationId).sort()).toEqual(
      streaming.map(({ id }) => id).sort(),
    );
    for (const { operationId, 'x-amazon-apigateway-integration': integration } of streamed) {
      expect(integration['uri']).toMatch(/path\/2021-11-15\/.*\/response-streaming-invocations$/);
      expect(integration['timeoutInMillis']).toBe(functions[functionOf(operationId)!].seconds * 1000);
    }
    expect(made['chatCompletions']?.['x-amazon-apigateway-integration']['timeoutInMillis']).toBe(300_000);
  });

  it('waits for no other answer longer than API Gateway does', () => {
    for (const each of Object.values(made))
      if (each['x-amazon-apigateway-integration']['responseTransferMode'] === undefined)
        expect(each['x-amazon-apigateway-integration']['timeoutInMillis']).toBeLessThanOrEqual(29_000);
  });

  it('is OpenAPI 3.0, in keywords that API Gateway imports', () => {
    expect(body.openapi).toBe('3.0.1');
    const used = new Set(
      keysIn([body.components.schemas, Object.values(made).map((each) => each.requestBody)]),
    );
    for (const keyword of [
      'const',
      'oneOf',
      'anyOf',
      'allOf',
      'not',
      'discriminator',
      'exclusiveMinimum',
      'exclusiveMaximum',
      'nullable',
      'default',
      'example',
      'additionalProperties',
      'propertyNames',
      'format',
      'minItems',
      'maxItems',
    ])
      expect([keyword, used.has(keyword)]).toEqual([keyword, false]);
    for (const name of Object.keys(body.components.schemas)) expect(name).toMatch(/^[A-Za-z0-9]+$/);
  });

  it('answers in problem documents with codes of the API, and never with what was sent', () => {
    const responses = Object.values(body['x-amazon-apigateway-gateway-responses']);
    expect(responses.length).toBeGreaterThan(10);
    for (const { statusCode, responseTemplates } of responses) {
      const template = responseTemplates['application/json'] ?? '';
      expect(template).not.toContain('$');
      const { code, status } = JSON.parse(template) as { code: keyof typeof problems; status: number };
      expect(Object.keys(problems)).toContain(code);
      expect(status).toBe(statusCode);
    }
  });

  it('writes no bodies, tokens, queries or addresses into a log', () => {
    expect(deployed).toMatchObject({
      TracingEnabled: true,
      MethodSettings: [
        { DataTraceEnabled: false, LoggingLevel: 'ERROR', HttpMethod: '*', ResourcePath: '/*' },
      ],
    });
    const format = (deployed['AccessLogSetting'] as { Format: string }).Format;
    for (const variable of [
      '$context.path',
      'identity.sourceIp',
      'identity.userAgent',
      'claims.sub',
      'claims.username',
      'requestOverride',
      'querystring',
      'domainName',
    ])
      expect(format).not.toContain(variable);
  });

  it('takes TLS 1.2 and newer, and no address of AWS’s that speaks less', () =>
    expect(rest).toMatchObject({
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
      EndpointAccessMode: 'STRICT',
    }));

  it('is throttled as a whole, and by tenant where applications name their key', () => {
    expect(deployed).toMatchObject({
      MethodSettings: [{ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }],
    });
    const plans = Object.fromEntries(
      gateway
        .all('AWS::ApiGateway::UsagePlan')
        .map(({ Properties }) => [Properties['UsagePlanName'], Properties]),
    );
    expect(plans['prompt-airlock-production-clinic']).toMatchObject({
      Throttle: { RateLimit: 20, BurstLimit: 100 },
      Quota: { Limit: 100_000, Period: 'DAY' },
    });
    expect(plans['prompt-airlock-production-bank']).toMatchObject({
      Throttle: { RateLimit: 5, BurstLimit: 20 },
      Quota: { Limit: 10_000, Period: 'DAY' },
    });
    const keyed = Object.values(made).filter(({ security }) => security.some((each) => 'tenantKey' in each));
    expect(keyed.map(({ operationId }) => operationId).sort()).toEqual(['chatCompletions', 'createRequest']);
  });

  it('knows each tenant’s application, which signs in by itself with a secret', () => {
    const clients = gateway
      .all('AWS::Cognito::UserPoolClient')
      .filter(({ Properties }) => Properties['GenerateSecret'] === true);
    expect(clients.map(({ Properties }) => Properties['ClientName']).sort()).toEqual([
      'prompt-airlock-production-bank',
      'prompt-airlock-production-clinic',
    ]);
    for (const { Properties } of clients)
      expect(Properties).toMatchObject({
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: [expect.stringContaining('/api')],
      });
    const [published] = gateway.all('Custom::AirlockPolicies');
    expect(JSON.parse(String(published?.Properties['clients']))).toEqual([
      { id: expect.any(String), tenantId: 'clinic', groups: ['requester'] },
      { id: expect.any(String), tenantId: 'bank', groups: ['requester'] },
    ]);
  });
});

describe('a simpler schema', () => {
  it.each([
    ['what it knows', { type: 'string', minLength: 1 }, { type: 'string', minLength: 1 }],
    ['a constant', { const: 'user', type: 'string' }, { enum: ['user'] }],
    ['several types', { type: ['string', 'null'] }, {}],
    ['alternatives', { anyOf: [{ type: 'string' }, { type: 'number' }] }, {}],
    [
      'members of an object',
      { type: 'object', properties: { a: { type: 'string', format: 'uuid' } }, additionalProperties: false },
      { type: 'object', properties: { a: { type: 'string' } } },
    ],
    [
      'a member that is called like a keyword',
      { type: 'object', properties: { format: { type: 'string' } } },
      { type: 'object', properties: { format: { type: 'string' } } },
    ],
    ['items', { type: 'array', items: { const: 1 }, minItems: 1 }, { type: 'array', items: { enum: [1] } }],
  ])('says %s', (_what, given, expected) => expect(simplerSchema(given)).toEqual(expected));
});

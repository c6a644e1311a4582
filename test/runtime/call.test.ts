// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { callOf } from '../../lambdas/runtime/call.ts';
import { whole } from '../../lambdas/runtime/operation.ts';

const claims = {
  sub: 'nora',
  client_id: 'console',
  'cognito:groups': 'requester,reviewer',
  'custom:tenant': 'north',
};
const event = (changes: object = {}) => ({
  httpMethod: 'POST',
  pathParameters: { caseId: 'x' },
  queryStringParameters: null,
  headers: { 'Content-Type': 'application/json', 'Idempotency-KEY': 'k' },
  body: '{"a":"ü"}',
  isBase64Encoded: false,
  requestContext: { authorizer: { claims } },
  ...changes,
});

describe('a call through API Gateway', () => {
  it('has its parts, and headers whatever their case', async () => {
    const call = callOf(event());
    expect(call.params).toEqual({ caseId: 'x' });
    expect(call.query).toEqual({});
    expect(call.header('idempotency-key')).toBe('k');
    expect(call.header('toString')).toBeUndefined();
    expect(Buffer.from(await call.body()).toString()).toBe('{"a":"ü"}');
  });

  it('has a body that came as base64', async () => {
    const body = Buffer.from('{"a":1}').toString('base64');
    expect(Buffer.from(await callOf(event({ body, isBase64Encoded: true })).body()).toString()).toBe(
      '{"a":1}',
    );
  });

  it('refuses a body that is too large, also one of many bytes in few characters', async () => {
    for (const body of ['x'.repeat(1_100_000), '🏥'.repeat(300_000)])
      await expect(callOf(event({ body })).body()).rejects.toMatchObject({ code: 'body-too-large' });
  });

  it('is of an application, as Cognito writes its token', () => {
    const application = { sub: 'app1', client_id: 'app1', 'airlock:tenant': 'south' };
    const authorizer = { claims: { ...application, 'airlock:groups': 'requester reviewer' } };
    expect(callOf(event({ requestContext: { authorizer } })).principal).toEqual({
      tenantId: 'south',
      client: 'app1',
      subject: 'app1',
      groups: ['requester', 'reviewer'],
    });
  });

  it.each([
    ['as one text', 'requester,reviewer', ['requester', 'reviewer']],
    ['as one text in brackets', '[requester reviewer]', ['requester', 'reviewer']],
    ['as a list', ['requester'], ['requester']],
    ['with one that is not known', 'requester,root', ['requester']],
    ['none', '', []],
  ])('is of whom the verified token says: groups %s', (_how, groups, expected) => {
    const authorizer = { claims: { ...claims, 'cognito:groups': groups } };
    expect(callOf(event({ requestContext: { authorizer } })).principal).toEqual({
      tenantId: 'north',
      client: 'console',
      subject: 'nora',
      groups: expected,
    });
  });

  it.each([
    ['no authorizer', { requestContext: {} }],
    ['no claims', { requestContext: { authorizer: {} } }],
    ['no tenant', { requestContext: { authorizer: { claims: { ...claims, 'custom:tenant': undefined } } } }],
    [
      'a tenant that is none',
      { requestContext: { authorizer: { claims: { ...claims, 'custom:tenant': '../x' } } } },
    ],
  ])('is nobody’s with %s, whatever its headers say', (_what, changes) => {
    const headers = { authorization: 'Bearer x', 'custom:tenant': 'north' };
    expect(callOf(event({ headers, ...changes })).principal).toBeUndefined();
  });

  it.each([undefined, null, 'x', {}, { requestContext: 1 }])('refuses what is no call: %j', (wrong) => {
    expect(() => callOf(wrong)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
  });
});

describe('a reply through API Gateway', () => {
  it('has the security headers, and its own over them', () => {
    const { headers, body } = whole({ status: 200, headers: { 'x-a': 'b' }, body: { ok: true } });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-type': 'application/json',
      'x-a': 'b',
    });
    expect(body).toBe('{"ok":true}');
  });

  it('keeps the content type of a problem', () => {
    const headers = { 'content-type': 'application/problem+json' };
    expect(whole({ status: 404, headers, body: {} }).headers['content-type']).toBe(
      'application/problem+json',
    );
  });

  it('may have no body', () => {
    expect(whole({ status: 204 })).toMatchObject({ statusCode: 204, body: '' });
  });
});

// SPDX-License-Identifier: Apache-2.0
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeploymentRefused, handleResource } from '../../lambdas/runtime/custom-resource.ts';

let server: Server;
let said: { method: string | undefined; type: string | undefined; body: Record<string, unknown> }[];
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      said.push({ method: request.method, type: request.headers['content-type'], body });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  said = [];
});

const event = () => ({
  RequestType: 'Create',
  ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/signed?x=1`,
  StackId: 's',
  RequestId: 'r',
  LogicalResourceId: 'l',
  ResourceProperties: { hash: 'h' },
});
const ids = { StackId: 's', RequestId: 'r', LogicalResourceId: 'l' };

describe('a custom resource', () => {
  it('answers CloudFormation itself, without a content type, which the URL is not signed for', async () => {
    await handleResource('preflight', async () => ({ id: 'p', data: { a: 'b' } }))(event());
    expect(said).toEqual([
      {
        method: 'PUT',
        type: '',
        body: { ...ids, Status: 'SUCCESS', PhysicalResourceId: 'p', Data: { a: 'b' } },
      },
    ]);
  });

  it('fails the deployment with the sentences that were written for it', async () => {
    const refuse = () => Promise.reject(new DeploymentRefused('Turn model invocation logging off.'));
    await handleResource('preflight', refuse)(event());
    expect(said[0]?.body).toMatchObject({
      ...ids,
      Status: 'FAILED',
      Reason: 'Turn model invocation logging off.',
    });
  });

  it('fails the deployment for every other reason without quoting it, and is never silent', async () => {
    await handleResource('preflight', () => Promise.reject(new Error('arn of something')))(event());
    expect(said[0]?.body).toMatchObject({ Status: 'FAILED', Reason: 'preflight failed: see its log.' });
  });

  it('keeps the name of a resource that is there when its change fails: another would delete it', async () => {
    const changed = { ...event(), RequestType: 'Update', PhysicalResourceId: 'job-1' };
    await handleResource('macie-job', () => Promise.reject(new Error('x')))(changed);
    expect(said[0]?.body).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'job-1' });
  });
});

// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Caller, deploy, type Deployment } from './deployment.ts';

jest.setTimeout(120_000);
const folder = mkdtempSync(join(tmpdir(), 'airlock-bundles-test-'));
let on: Deployment;
beforeAll(async () => {
  on = await deploy(folder);
});
afterAll(async () => {
  await on.close();
  rmSync(folder, { recursive: true, force: true });
});

const nurse: Caller = { subject: 'nora', groups: ['requester'] };
const request = (content: string) => ({ policy: 'healthcare', messages: [{ role: 'user', content }] });

describe('the bundles as they are built', () => {
  it('release a clean answer', async () => {
    on.bedrock.answer((prompt) => `${/\[NAME_\d+_\w{2}\]/.exec(prompt)?.[0] ?? 'Nobody'} is doing well.`);
    const sent = await on.call<{ caseId: string; status: string }>('create-request', nurse, {
      headers: { prefer: 'wait=30' },
      body: request('Please say how my patient John Smith is doing.'),
    });
    expect(sent.statusCode).toBe(200);
  });
});

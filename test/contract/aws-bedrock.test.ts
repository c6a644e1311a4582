// SPDX-License-Identifier: Apache-2.0
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openGuardrailChecks } from '../../lambdas/aws/guardrail-checks.ts';
import { openModels } from '../../lambdas/aws/models.ts';
import type { DetectGuarded, Models } from '../../lambdas/ports.ts';
import { type BedrockStub, openBedrock } from '../stubs/bedrock.ts';
import { functionPrincipal, runtimeEnvironment } from '../stubs/cloud.ts';
import type { Fault } from '../stubs/service.ts';

const model = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const guardrail = { id: 'gr1', version: '3' };
let service: BedrockStub;
let models: Models;
let check: DetectGuarded;
beforeAll(async () => {
  service = await openBedrock(new Map([[functionPrincipal.accessKeyId, functionPrincipal]]), {
    model,
    guardrail: guardrail.id,
    version: guardrail.version,
  });
  Object.assign(process.env, runtimeEnvironment, { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: service.url });
});
afterAll(() => service.close());
beforeEach(() => {
  service.fail(undefined);
  service.find([]);
  service.calls.length = 0;
  models = openModels({ guardrail });
  check = openGuardrailChecks();
});
const ask = () =>
  models.converse({
    modelId: model,
    system: 'Be brief.',
    messages: [{ role: 'user', content: 'How is the weather?' }],
    maxOutputTokens: 10,
    caseId: '01900000-0000-7000-8000-000000000000',
  });

describe('Bedrock Runtime over its wire protocol', () => {
  it('is spoken to in HTTP/1.1, by clients whose own choice is HTTP/2', async () => {
    await expect(ask()).resolves.toMatchObject({ stopReason: 'end' });
    const untold = new BedrockRuntimeClient({ maxAttempts: 1 });
    const command = new ConverseCommand({ modelId: model, messages: [] });
    await expect(untold.send(command)).rejects.toThrow(/HTTP2/);
    untold.destroy();
  });

  it.each<[string, Fault, string]>([
    ['ThrottlingException', { name: 'ThrottlingException', status: 429 }, 'Throttled'],
    // The SDK would ask up to five times by itself.
    ['ModelNotReadyException', { name: 'ModelNotReadyException', status: 429 }, 'Throttled'],
    ['ModelTimeoutException', { name: 'ModelTimeoutException', status: 408 }, 'Unavailable'],
    ['ModelErrorException', { name: 'ModelErrorException', status: 424 }, 'Unavailable'],
    ['InternalServerException', { name: 'InternalServerException', status: 500 }, 'Unavailable'],
    ['AccessDeniedException', { name: 'AccessDeniedException', status: 403 }, 'Malformed'],
    ['a connection that breaks', 'reset', 'Unavailable'],
  ])('is asked once when it answers with %s: repeating is the workflow’s', async (_what, fault, name) => {
    service.fail(() => fault);
    await expect(ask()).rejects.toMatchObject({ name });
    expect(service.calls).toHaveLength(1);
  });

  it('is not believed when its answer is cut off', async () => {
    service.fail(() => 'cut');
    await expect(ask()).rejects.toMatchObject({ name: expect.stringMatching(/^(?:Malformed|Unavailable)$/) });
  });
});

describe('InvokeGuardrailChecks over its wire protocol', () => {
  it.each(['Seen by John Smith.', '🏥🏥 Seen by John Smith.'])(
    'covers at least what was found, whatever its offsets count: %s',
    async (text) => {
      service.find(['John Smith']);
      const [found] = await check(text);
      expect(text.slice(found?.start, found?.end)).toContain('John Smith');
    },
  );
});

// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { PolicySchema } from '../../lambdas/records/policy.ts';
import { modelsFromEnvironment } from '../../local/models.ts';
import finance from '../../policies/finance.json' with { type: 'json' };
import healthcare from '../../policies/healthcare.json' with { type: 'json' };
import { describeModels } from './models.ts';

describeModels('the stand-in', async () => ({
  models: await modelsFromEnvironment({}),
  modelId: 'stand-in',
}));

describeModels('a compatible server', async () => {
  const server = createServer((request, response) => {
    request.resume();
    const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Hello.' } }];
    const usage = { prompt_tokens: 1, completion_tokens: 1 };
    request.on('end', () => response.end(JSON.stringify({ model: 'tiny', choices, usage })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return {
    models: await modelsFromEnvironment({ AIRLOCK_MODEL_URL: url, AIRLOCK_MODEL_NAME: 'tiny' }),
    modelId: 'compatible',
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
});

it.each([
  ['healthcare', healthcare],
  ['finance', finance],
])('every model that the laptop can have is one that the %s policy allows', async (_id, file) => {
  const allowed = PolicySchema.parse(file).models.map((model) => model.id);
  const url = 'http://127.0.0.1:11434/v1';
  for (const environment of [{}, { AIRLOCK_MODEL_URL: url }]) {
    const models = await modelsFromEnvironment(environment);
    expect(allowed.some((id) => models.serves(id))).toBe(true);
  }
});

// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { modelsFromEnvironment, modelsOf } from '../../local/models.ts';
import { standIn } from '../../local/stand-in.ts';

const call = {
  system: '',
  messages: [{ role: 'user' as const, content: 'Hello' }],
  maxOutputTokens: 50,
  caseId: 'c',
};

describe('the models of a deployment', () => {
  it('answer by the ids of policies', async () => {
    const models = modelsOf([standIn]);
    expect(models.serves('stand-in')).toBe(true);
    expect((await models.converse({ ...call, modelId: 'stand-in' })).model).toBe('stand-in');
  });

  it('do not serve what they do not have', async () => {
    const models = modelsOf([standIn]);
    for (const id of ['compatible', '', 'toString', '__proto__']) {
      expect(models.serves(id)).toBe(false);
      await expect(models.converse({ ...call, modelId: id })).rejects.toMatchObject({ name: 'NoModel' });
    }
  });

  const url = 'http://127.0.0.1:11434/v1';
  it.each([
    ['nothing', {}, 'stand-in'],
    ['AIRLOCK_MODEL=stand-in', { AIRLOCK_MODEL: 'stand-in' }, 'stand-in'],
    [
      'AIRLOCK_MODEL=stand-in beside an address',
      { AIRLOCK_MODEL: 'stand-in', AIRLOCK_MODEL_URL: url },
      'stand-in',
    ],
    ['an address', { AIRLOCK_MODEL_URL: url }, 'compatible'],
    ['AIRLOCK_MODEL=compatible', { AIRLOCK_MODEL: 'compatible', AIRLOCK_MODEL_URL: url }, 'compatible'],
  ])('with %s are just one', async (_what, environment, id) => {
    const models = await modelsFromEnvironment(environment);
    expect(['stand-in', 'compatible'].filter((each) => models.serves(each))).toEqual([id]);
  });

  it.each([
    [{ AIRLOCK_MODEL: 'gpt' }, 'AIRLOCK_MODEL must be stand-in, compatible or bedrock.'],
    [{ AIRLOCK_MODEL: 'compatible' }, 'AIRLOCK_MODEL=compatible needs AIRLOCK_MODEL_URL'],
    [{ AIRLOCK_MODEL_URL: 'localhost:11434' }, 'AIRLOCK_MODEL_URL must be an http or https address.'],
  ])('refuse %j with a sentence', async (environment, sentence) => {
    await expect(modelsFromEnvironment(environment)).rejects.toThrow(sentence);
  });

  it('say what Bedrock needs as long as it is not there', async () => {
    const there = existsSync(new URL('../../lambdas/aws/models.ts', import.meta.url));
    const asked = modelsFromEnvironment({ AIRLOCK_MODEL: 'bedrock' });
    if (there) expect((await asked).serves('stand-in')).toBe(false);
    else await expect(asked).rejects.toThrow('AIRLOCK_MODEL=bedrock needs lambdas/aws/models.ts');
  });
});

// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { checkAccount } from '../../lambdas/aws/account-checks.ts';
import { type Cloud, openCloud } from '../stubs/cloud.ts';
import { jsonProtocol, serving } from '../stubs/json.ts';
import { openRest } from '../stubs/rest.ts';
import { openStub, ServiceError, type Stub } from '../stubs/service.ts';
import { noon } from './sample-case.ts';

let cloud: Cloud;
let stubs: Stub[];
let account: {
  retention: string;
  logging: object | undefined;
  legacy: string[];
  macie: string;
  quota: number;
  asked: string[];
};
beforeEach(() => {
  account = { retention: 'none', logging: undefined, legacy: [], macie: 'ENABLED', quota: 40_000, asked: [] };
});
beforeAll(async () => {
  cloud = await openCloud(noon);
  stubs = [
    await openRest('bedrock', cloud.principals, {
      'GET /data-retention': () => ({ mode: account.retention }),
      'GET /logging/modelinvocations': () =>
        account.logging === undefined ? {} : { loggingConfig: account.logging },
      'GET /foundation-models/{id}': ({ path }) => {
        const id = path.split('/').at(-1) ?? '';
        account.asked.push(id);
        if (id.includes('unknown')) throw new ServiceError('ResourceNotFoundException', 404);
        return {
          modelDetails: {
            modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${id}`,
            modelId: id,
            modelLifecycle: { status: account.legacy.includes(id) ? 'LEGACY' : 'ACTIVE' },
          },
        };
      },
    }),
    await openRest('macie2', cloud.principals, { 'GET /macie': () => ({ status: account.macie }) }),
    await openStub({
      service: 'servicequotas',
      protocol: jsonProtocol('ServiceQuotasV20190624', '1.1'),
      principals: cloud.principals,
      serve: serving({
        ListServiceQuotas: () => ({
          Quotas: [
            { QuotaName: 'Characters per second for the DetectPHI operation', Value: account.quota },
            { QuotaName: 'Transactions per second for the DetectPHI operation', Value: 40 },
          ],
        }),
      }),
    }),
  ];
  const [bedrock, macie, quotas] = stubs.map(({ url }) => url);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_BEDROCK: bedrock,
    AWS_ENDPOINT_URL_MACIE2: macie,
    AWS_ENDPOINT_URL_SERVICE_QUOTAS: quotas,
  });
});
afterAll(() => Promise.all([cloud.close(), ...stubs.map((each) => each.close())]));

const check = (changes: object = {}) =>
  checkAccount(cloud.connection, {
    models: ['us.anthropic.model-a', 'anthropic.model-b'],
    macie: 'on',
    charactersPerSecond: 40_000,
    ...changes,
  });

describe('the preflight', () => {
  it('has nothing to say of an account that is as it has to be', async () => {
    expect(await check()).toEqual([]);
    expect(account.asked).toEqual(['anthropic.model-a', 'anthropic.model-b']);
  });

  it.each<[string, Partial<typeof account>, object, RegExp]>([
    ['Bedrock keeps prompts', { retention: 'default' }, {}, /data retention mode default\). Set it to none/],
    [
      'invocations are logged',
      { logging: { textDataDeliveryEnabled: true } },
      {},
      /also what its guardrail masks/,
    ],
    [
      'a model is going away',
      { legacy: ['anthropic.model-b'] },
      {},
      /anthropic\.model-b is going to be withdrawn/,
    ],
    [
      'a model is not there',
      {},
      { models: ['anthropic.unknown'] },
      /Model anthropic\.unknown could not be looked at/,
    ],
    ['Macie is paused', { macie: 'PAUSED' }, {}, /Macie is not enabled/],
    [
      'the quota is below what is let in',
      { quota: 10_000 },
      {},
      /10000 characters a second, but 40000 are let in/,
    ],
  ])('says so when %s', async (_when, changes, expected, sentence) => {
    Object.assign(account, changes);
    const said = await check(expected);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(sentence);
  });

  it('says nothing of Macie where none is wanted, nor of logs that leave texts out', async () => {
    Object.assign(account, { macie: 'PAUSED', logging: { textDataDeliveryEnabled: false } });
    expect(await check({ macie: 'off' })).toEqual([]);
  });

  it('says what it could not look at: a silent pass would be no check', async () => {
    stubs[0]?.fail(() => ({ name: 'AccessDeniedException', status: 403 }));
    const said = await check();
    stubs[0]?.fail(undefined);
    expect(said).toHaveLength(4);
    for (const sentence of said) expect(sentence).toMatch(/could not be looked at \(AccessDeniedException\)/);
    expect(said.join(' ')).not.toContain('leaked');
  });
});

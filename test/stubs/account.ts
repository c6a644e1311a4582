// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { input, jsonProtocol, serving } from './json.ts';
import { openRest } from './rest.ts';
import { openStub, type Stub } from './service.ts';
import type { Principals } from './signature.ts';

const Job = z.looseObject({
  clientToken: z.string().min(1),
  managedDataIdentifierSelector: z.enum(['ALL', 'EXCLUDE', 'INCLUDE', 'NONE', 'RECOMMENDED']),
});
const JobStatus = z.strictObject({ jobStatus: z.enum(['CANCELLED', 'RUNNING', 'USER_PAUSED']) });
const Quotas = z.looseObject({ ServiceCode: z.string().min(1) });

export type AccountStub = Readonly<{
  bedrock: Stub;
  macie: Stub;
  quotas: Stub;
  /** What points the SDK's clients here. */
  environment: Readonly<Record<string, string>>;
}>;

/** What deployments ask an account about, in an account that is as it should be: Bedrock's settings, Macie, quotas. */
export async function openAccount(principals: Principals): Promise<AccountStub> {
  const [bedrock, macie, quotas] = await Promise.all([
    openRest('bedrock', principals, {
      'GET /data-retention': () => ({ mode: 'none' }),
      'GET /logging/modelinvocations': () => ({}),
      'GET /foundation-models/{id}': ({ path }) => ({
        modelDetails: {
          modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${path.split('/').at(-1) ?? ''}`,
          modelId: path.split('/').at(-1),
          modelLifecycle: { status: 'ACTIVE' },
        },
      }),
    }),
    openRest('macie2', principals, {
      'GET /macie': () => ({ status: 'ENABLED' }),
      'POST /jobs': (call) => ({ jobId: `job-${input(Job, call).clientToken.slice(0, 8)}` }),
      'PATCH /jobs/{jobId}': (call) => {
        input(JobStatus, call);
        return {};
      },
    }),
    openStub({
      service: 'servicequotas',
      protocol: jsonProtocol('ServiceQuotasV20190624', '1.1'),
      principals,
      serve: serving({
        ListServiceQuotas: (call) => {
          input(Quotas, call);
          const QuotaName = 'Characters per second for the DetectPHI operation';
          return { Quotas: [{ QuotaName, Value: 100_000 }] };
        },
      }),
    }),
  ]);
  return {
    bedrock,
    macie,
    quotas,
    environment: {
      AWS_ENDPOINT_URL_BEDROCK: bedrock.url,
      AWS_ENDPOINT_URL_MACIE2: macie.url,
      AWS_ENDPOINT_URL_SERVICE_QUOTAS: quotas.url,
    },
  };
}

// SPDX-License-Identifier: Apache-2.0
import { connect, type Connection } from '../../lambdas/aws/connection.ts';
import { openDynamo } from './dynamo.ts';
import { type KeyStub, openKms } from './kms.ts';
import { openS3, type S3Stub } from './s3.ts';
import type { Stub } from './service.ts';
import type { Principal, Principals } from './signature.ts';
import { openSts } from './sts.ts';
import { tables } from './tables.ts';

const account = '111122223333';
export const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:us-east-1:${account}:${rest}`;
/** What is deployed, by the names that functions are given. */
export const deployed = {
  role: arn('iam', 'role/data').replace('us-east-1', ''),
  vaultKey: arn('kms', 'key/vault'),
  archiveKey: arn('kms', 'key/archive'),
  wrappingKey: arn('kms', 'key/case-keys'),
  signingKey: arn('kms', 'key/signing'),
  stateMachine: arn('states', 'stateMachine:airlock:live'),
} as const;

/** Credentials as Lambda's runtime gives them to a function. */
export const functionPrincipal: Principal = {
  accessKeyId: 'AKIAFUNCTION',
  secret: 'secret-of-the-function',
  token: 'token-of-the-function',
};
export const runtimeEnvironment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: functionPrincipal.accessKeyId,
  AWS_SECRET_ACCESS_KEY: functionPrincipal.secret,
  AWS_SESSION_TOKEN: functionPrincipal.token ?? '',
  AWS_EC2_METADATA_DISABLED: 'true',
};

export type Cloud = Readonly<{
  connection: Connection;
  principals: Principals;
  dynamo: Stub;
  s3: S3Stub;
  kms: KeyStub;
  sts: Stub;
  /** What points the SDK's clients here. */
  environment: Readonly<Record<string, string>>;
  setNow: (now: number) => void;
  clock: () => number;
  close: () => Promise<void>;
}>;

/**
 * The stores of a deployment on loopback: DynamoDB, S3, KMS and STS. The clients of this process are pointed at them.
 * @param now what the stores' clock says first; signatures and sessions go by the real one
 */
export async function openCloud(now: number): Promise<Cloud> {
  let at = now;
  const clock = () => at;
  const principals: Principals = new Map([[functionPrincipal.accessKeyId, functionPrincipal]]);
  const [dynamo, s3, kms, sts] = await Promise.all([
    openDynamo(principals, tables),
    openS3({
      principals,
      buckets: { vault: 'vault', archive: 'archive', heads: 'plain', catalogue: 'catalogue' },
      keys: { vault: deployed.vaultKey, archive: deployed.archiveKey },
      now: clock,
    }),
    openKms(principals, { wrapping: deployed.wrappingKey, signing: deployed.signingKey }),
    openSts(principals, deployed.role),
  ]);
  const environment = {
    ...runtimeEnvironment,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_KMS: kms.url,
    AWS_ENDPOINT_URL_STS: sts.url,
  };
  Object.assign(process.env, environment);
  return {
    connection: connect({
      tenantRole: deployed.role,
      attempts: 1,
      clock: Date.now,
      pauses: { sleep: async () => undefined },
      // Thousands of calls at once wait for a hundred sockets here.
      timeouts: { connection: 170_000, request: 170_000 },
    }),
    principals,
    dynamo,
    s3,
    kms,
    sts,
    environment,
    setNow: (next) => (at = next),
    clock,
    close: async () => {
      await Promise.all([dynamo, s3, kms, sts].map((each) => each.close()));
    },
  };
}

// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Group } from '../../lambdas/records/principal.ts';
import { stepNames } from '../../lambdas/steps/index.ts';
import { type FunctionName, functions } from '../../lambdas/uses.ts';
import { openDatabase } from '../../local/database.ts';
import { type Machine, openMachine } from '../../local/machine.ts';
import { type BedrockStub, openBedrock } from '../stubs/bedrock.ts';
import { type Cloud, deployed, openCloud } from '../stubs/cloud.ts';
import { type EventStub, openEventBus } from '../stubs/events.ts';
import { type MedicalStub, openMedicalStub } from '../stubs/medical.ts';
import type { Stub } from '../stubs/service.ts';
import { openStates } from '../stubs/states.ts';
import { type Lambda, startLambda } from './lambda.ts';

const model = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const guardrail = { id: 'gr1', version: '3' };
const definition = new URL('../../statemachines/airlock.asl.json', import.meta.url);

export type Caller = Readonly<{ subject: string; groups: readonly Group[]; tenantId?: string }>;
export type Sent = Readonly<{
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}>;
export type Replied<Body> = Readonly<{ statusCode: number; headers: Record<string, string>; body: Body }>;

export type Deployment = Readonly<{
  cloud: Cloud;
  bedrock: BedrockStub;
  medical: MedicalStub;
  events: EventStub;
  states: Stub;
  machine: Machine;
  lambda: (name: FunctionName) => Promise<Lambda>;
  /** Calls an operation as API Gateway does. */
  call: <Body>(name: FunctionName, who: Caller | undefined, sent?: Sent) => Promise<Replied<Body>>;
  /** Every service, for faults and for what was asked of it. */
  stubs: readonly Stub[];
  logs: () => Promise<string>;
  close: () => Promise<void>;
}>;

/** `Deidentify` is the state of the function `deidentify`. */
function functionOf(state: string): FunctionName {
  const found = Object.entries(functions).find(([, each]) => 'state' in each && each.state === state);
  if (found === undefined) throw new Error(`No function is the state ${state}.`);
  return found[0] as FunctionName;
}

/**
 * Everything that is deployed, on loopback: the bundles as they are built, the workflow from its file, and AWS in
 * stubs that speak its protocols.
 */
export async function deploy(folder: string): Promise<Deployment> {
  const cloud = await openCloud(Date.now());
  const { principals } = cloud;
  const lambdas = new Map<FunctionName, Promise<Lambda>>();
  const machines: Machine[] = [];
  const [bedrock, medical, events, states] = await Promise.all([
    openBedrock(principals, { model, guardrail: guardrail.id, version: guardrail.version }),
    openMedicalStub(principals),
    openEventBus(principals, 'airlock'),
    openStates(principals, deployed.stateMachine, () => machines[0] as Machine),
  ]);
  const runtime = {
    ...cloud.environment,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url,
    AWS_ENDPOINT_URL_COMPREHENDMEDICAL: medical.url,
    AWS_ENDPOINT_URL_EVENTBRIDGE: events.url,
    AWS_ENDPOINT_URL_SFN: states.url,
  };
  const values = {
    TENANT_ROLE_ARN: deployed.role,
    VAULT_BUCKET: 'vault',
    VAULT_KEY_ARN: deployed.vaultKey,
    ARCHIVE_BUCKET: 'archive',
    ARCHIVE_KEY_ARN: deployed.archiveKey,
    HEADS_BUCKET: 'heads',
    CASES_TABLE: 'cases',
    CASE_KEYS_TABLE: 'caseKeys',
    CASE_KEYS_KEY_ARN: deployed.wrappingKey,
    BACKUP_DAYS: '35',
    SEALS_TABLE: 'seals',
    SIGNING_KEY_ARNS: JSON.stringify([deployed.signingKey]),
    CONTROL_TABLE: 'control',
    STATE_MACHINE_ARN: deployed.stateMachine,
    EVENT_BUS_NAME: 'airlock',
    GUARDRAILS: JSON.stringify({ healthcare: guardrail, finance: guardrail }),
    MODEL_GUARDRAIL: JSON.stringify(guardrail),
    MODELS: JSON.stringify([model]),
    MEDICAL: 'on',
    CHECKS: 'off',
    EFFORT: 'full',
    CHARACTERS_PER_SECOND: '100000',
    ATHENA_WORKGROUP: 'airlock',
    GLUE_DATABASE: 'airlock',
    CATALOGUE_BUCKET: 'catalogue',
    EXPORTS_BUCKET: 'exports',
    TENANTS: JSON.stringify(['north', 'south']),
    STAGE: 'trial',
  };
  const lambda = (name: FunctionName): Promise<Lambda> => {
    const own = { accessKeyId: `AKIA-${name}`, secret: `secret of ${name}`, token: `token of ${name}`, name };
    principals.set(own.accessKeyId, own);
    const credentials = {
      AWS_ACCESS_KEY_ID: own.accessKeyId,
      AWS_SECRET_ACCESS_KEY: own.secret,
      AWS_SESSION_TOKEN: own.token,
    };
    const found = lambdas.get(name) ?? startLambda(name, values, { ...runtime, ...credentials });
    lambdas.set(name, found);
    return found;
  };
  const database = openDatabase({ path: join(folder, 'workflow.sqlite'), synchronous: 'NORMAL' });
  const invoke = (state: string) => async (payload: unknown) =>
    (await (await lambda(functionOf(state))).invoke(payload)) as Record<string, unknown>;
  machines.push(
    openMachine({
      definition: JSON.parse(readFileSync(definition, 'utf8')) as unknown,
      substitutions: Object.fromEntries(stepNames.map((name) => [name, name])),
      functions: Object.fromEntries(stepNames.map((name) => [name, invoke(name)])),
      database,
      // Retries of the workflow come at once.
      random: () => 0,
    }),
  );
  const stubs = [cloud.dynamo, cloud.s3, cloud.kms, cloud.sts, bedrock, medical, events, states];
  const call: Deployment['call'] = async (name, who, sent = {}) => {
    const claims = who && {
      sub: who.subject,
      client_id: 'console',
      'cognito:groups': who.groups.join(','),
      'custom:tenant': who.tenantId ?? 'north',
    };
    const answer = (await (
      await lambda(name)
    ).invoke({
      httpMethod: 'POST',
      pathParameters: sent.params ?? null,
      queryStringParameters: sent.query ?? null,
      headers: { 'Content-Type': 'application/json', ...sent.headers },
      body: sent.body === undefined ? null : JSON.stringify(sent.body),
      isBase64Encoded: false,
      requestContext: { authorizer: claims === undefined ? null : { claims } },
    })) as Replied<string>;
    const json = answer.headers['content-type']?.includes('json') === true;
    return { ...answer, body: (json ? JSON.parse(answer.body) : answer.body) as never };
  };
  return {
    cloud,
    bedrock,
    medical,
    events,
    states,
    machine: machines[0] as Machine,
    lambda,
    call,
    stubs,
    logs: async () => (await Promise.all(lambdas.values())).map((each) => each.log()).join('\n'),
    close: async () => {
      await Promise.all(machines.map((each) => each.close({ graceMs: 500 })));
      database.close();
      for (const each of await Promise.all(lambdas.values())) await each.close();
      await Promise.all([cloud, bedrock, medical, events, states].map((each) => each.close()));
    },
  };
}

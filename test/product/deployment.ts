// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Group } from '../../lambdas/records/principal.ts';
import { stepNames } from '../../lambdas/steps/index.ts';
import { type FunctionName, functions } from '../../lambdas/uses.ts';
import type { Resources } from '../../lib/resources.ts';
import { openDatabase } from '../../local/database.ts';
import { type Machine, openMachine } from '../../local/machine.ts';
import { type AthenaStub, openAthena } from '../stubs/athena.ts';
import { openAccount } from '../stubs/account.ts';
import { type BedrockStub, openBedrock } from '../stubs/bedrock.ts';
import { arn, type Cloud, deployed, openCloud } from '../stubs/cloud.ts';
import { type EventStub, openEventBus } from '../stubs/events.ts';
import { type MedicalStub, openMedicalStub } from '../stubs/medical.ts';
import type { Stub } from '../stubs/service.ts';
import { openStack } from '../stubs/stack.ts';
import { openStates } from '../stubs/states.ts';
import { type IamRequest, iamRequests } from './iam-requests.ts';
import { type Lambda, startLambda } from './lambda.ts';

const model = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const guardrail = { id: 'gr1', version: '3' };
const signingKeys = [deployed.signingKey, `${deployed.signingKey}-2`];
const stateMachine = arn('states', 'stateMachine:airlock');
const granted = { ...guardrail, arn: arn('bedrock', `guardrail/${guardrail.id}`) };
/** Applications that sign in by themselves. */
const clients = [{ id: 'app1', tenantId: 'north', groups: ['requester'] }];
const table = (name: string) => ({ name, arn: arn('dynamodb', `table/${name}`) });

/** What `lib` would grant on: the same names that functions are given. */
export const resources: Resources = {
  region: 'us-east-1',
  account: '111122223333',
  vault: { bucket: 'vault', keyArn: deployed.vaultKey },
  archive: { bucket: 'archive', keyArn: deployed.archiveKey },
  heads: { bucket: 'heads' },
  exports: { bucket: 'exports' },
  catalogue: { bucket: 'catalogue', database: 'airlock', workgroup: 'airlock' },
  tables: {
    cases: table('cases'),
    caseKeys: table('caseKeys'),
    seals: table('seals'),
    control: table('control'),
  },
  workKeyArn: arn('kms', 'key/work'),
  caseKeysKeyArn: deployed.wrappingKey,
  signingKeyArns: signingKeys,
  stateMachineArn: stateMachine,
  bus: { name: 'airlock', arn: arn('events', 'event-bus/airlock') },
  guardrails: { healthcare: granted, finance: granted },
  modelGuardrail: granted,
  models: [{ on: [`arn:aws:bedrock:us-east-1::foundation-model/${model}`] }],
};
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
  athena: AthenaStub;
  machine: Machine;
  lambda: (name: FunctionName) => Promise<Lambda>;
  /** Calls an operation as API Gateway does. */
  call: <Body>(name: FunctionName, who: Caller | undefined, sent?: Sent) => Promise<Replied<Body>>;
  /** Has a custom resource made or taken away. @throws Error with what CloudFormation would show */
  resource: (
    name: FunctionName,
    request: 'Create' | 'Delete',
    properties: Readonly<Record<string, string>>,
  ) => Promise<void>;
  /** Every service, for faults and for what was asked of it. */
  stubs: readonly Stub[];
  /** What IAM would have been asked so far. */
  requests: () => IamRequest[];
  logs: () => Promise<string>;
  close: () => Promise<void>;
}>;

/**
 * As if the policy had just been changed to the economy and back: what comes in by these doors goes by a version that
 * the other functions find in the control table, where the deployment has put it.
 */
const economised: readonly FunctionName[] = ['chat-completions', 'seed-review', 'publish-policies'];

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
  const [bedrock, medical, events, states, athena, account, stack] = await Promise.all([
    openBedrock(principals, { model, guardrail: guardrail.id, version: guardrail.version }),
    openMedicalStub(principals),
    openEventBus(principals, 'airlock'),
    openStates(principals, stateMachine, () => machines[0] as Machine),
    openAthena(principals, cloud.s3.bucket('catalogue')),
    openAccount(principals),
    openStack(),
  ]);
  const runtime = {
    ...cloud.environment,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url,
    AWS_ENDPOINT_URL_COMPREHENDMEDICAL: medical.url,
    AWS_ENDPOINT_URL_EVENTBRIDGE: events.url,
    AWS_ENDPOINT_URL_SFN: states.url,
    AWS_ENDPOINT_URL_ATHENA: athena.url,
    ...account.environment,
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
    SIGNING_KEY_ARNS: JSON.stringify(signingKeys),
    CONTROL_TABLE: 'control',
    STATE_MACHINE_ARN: stateMachine,
    EVENT_BUS_NAME: 'airlock',
    GUARDRAILS: JSON.stringify({ healthcare: guardrail, finance: guardrail }),
    MODEL_GUARDRAIL: JSON.stringify(guardrail),
    MODELS: JSON.stringify([model]),
    MEDICAL: 'on',
    CHECKS: 'on',
    EFFORT: 'full',
    RETENTION_MODE: 'GOVERNANCE',
    CHARACTERS_PER_SECOND: '100000',
    TENANT_LIMITS: JSON.stringify({ north: { perSecond: 1000, burst: 1000, perDay: 100_000 } }),
    ATHENA_WORKGROUP: 'airlock',
    GLUE_DATABASE: 'airlock',
    CATALOGUE_BUCKET: 'catalogue',
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
    const given = economised.includes(name) ? { ...values, EFFORT: 'economy' } : values;
    const found = lambdas.get(name) ?? startLambda(name, given, { ...runtime, ...credentials });
    lambdas.set(name, found);
    return found;
  };
  const resource: Deployment['resource'] = async (name, RequestType, ResourceProperties) => {
    await (
      await lambda(name)
    ).invoke({
      RequestType,
      ResponseURL: stack.url,
      StackId: 'arn:aws:cloudformation:us-east-1:111122223333:stack/airlock/1',
      RequestId: '1',
      LogicalResourceId: name,
      PhysicalResourceId: 'job-1',
      ResourceProperties,
    });
    const { Status, Reason } = stack.told.at(-1) ?? { Status: 'nothing was said' };
    if (Status !== 'SUCCESS') throw new Error(`${name}: ${Reason ?? Status}`);
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
  await resource('publish-policies', 'Create', { clients: JSON.stringify(clients) });
  const services = [bedrock, medical, events, states, athena, account.bedrock, account.macie, account.quotas];
  const stubs = [cloud.dynamo, cloud.s3, cloud.kms, cloud.sts, ...services];
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
    athena,
    resource,
    machine: machines[0] as Machine,
    lambda,
    call,
    stubs,
    requests: () =>
      iamRequests(
        stubs.flatMap((stub) => stub.calls),
        { archiveKey: deployed.archiveKey, stateMachine, bus: 'airlock', workgroup: 'airlock' },
      ),
    logs: async () => (await Promise.all(lambdas.values())).map((each) => each.log()).join('\n'),
    close: async () => {
      await Promise.all(machines.map((each) => each.close({ graceMs: 500 })));
      database.close();
      for (const each of await Promise.all(lambdas.values())) await each.close();
      await Promise.all([cloud, stack, ...services].map((each) => each.close()));
    },
  };
}

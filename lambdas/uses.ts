// SPDX-License-Identifier: Apache-2.0
import type { Variable } from './environment.ts';

type Kind = Readonly<{
  /** `tenant`: through a role session that is tagged with the tenant. `own`: with the function's own role. */
  as: 'tenant' | 'own';
  /** What it reads of the environment, beside TENANT_ROLE_ARN where it is the tenant's. */
  needs: readonly Variable[];
  /** Every action it makes, and no other. KMS stands for the key that is named in `needs`. */
  actions: readonly string[];
}>;

const cases = ['CASES_TABLE'] as const;
const keys = ['CASE_KEYS_TABLE', 'CASE_KEYS_KEY_ARN'] as const;
const vault = ['VAULT_BUCKET', 'VAULT_KEY_ARN'] as const;
const archive = ['ARCHIVE_BUCKET', 'ARCHIVE_KEY_ARN'] as const;
const query = ['ATHENA_WORKGROUP', 'GLUE_DATABASE', 'CATALOGUE_BUCKET', 'CASES_TABLE'] as const;
const files = ['CATALOGUE_BUCKET', 'ARCHIVE_BUCKET'] as const;

/** What a function can do beyond computing: grants of `lib` and adapters of `aws` come from this one table. */
export const uses = {
  /** A case, a conversation. */
  'cases:read': { as: 'tenant', needs: cases, actions: ['dynamodb:GetItem'] },
  /** `replace`, `replaceConversation`, `forgotten`. */
  'cases:write': { as: 'tenant', needs: cases, actions: ['dynamodb:UpdateItem', 'dynamodb:PutItem'] },
  /** `accept`: a transaction of puts and checks. */
  'cases:accept': { as: 'tenant', needs: cases, actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
  'cases:spend': { as: 'tenant', needs: cases, actions: ['dynamodb:UpdateItem'] },
  /** Index `queue`, and the numbers of the overview. */
  'cases:queue': { as: 'tenant', needs: cases, actions: ['dynamodb:Query'] },
  /** Index `closed`. */
  'cases:closed': { as: 'tenant', needs: cases, actions: ['dynamodb:Query'] },
  /** Index `owned`, keys only: the cases themselves are `cases:read`. */
  'cases:owned': { as: 'tenant', needs: cases, actions: ['dynamodb:Query'] },
  /** Index `contained`. */
  'cases:contained': { as: 'tenant', needs: cases, actions: ['dynamodb:Query'] },
  /** Indexes `stale`, `expired` and `due`, of all tenants, keys only. */
  'cases:sweep': { as: 'own', needs: cases, actions: ['dynamodb:Query'] },
  /** The keys that a caller asked with: erasure takes them out. */
  'cases:forget-caller': {
    as: 'tenant',
    needs: cases,
    actions: ['dynamodb:GetItem', 'dynamodb:DeleteItem', 'dynamodb:UpdateItem'],
  },

  /** The whole row of a case that was disposed of. */
  'cases:dispose': {
    as: 'tenant',
    needs: cases,
    actions: ['dynamodb:GetItem', 'dynamodb:DeleteItem'],
  },
  /** The index of people: adding a case to it, taking it out, looking for somebody. */
  'people:add': { as: 'tenant', needs: cases, actions: ['dynamodb:BatchWriteItem'] },
  'people:forget': { as: 'tenant', needs: cases, actions: ['dynamodb:Query', 'dynamodb:BatchWriteItem'] },
  'people:find': { as: 'tenant', needs: cases, actions: ['dynamodb:Query', 'dynamodb:UpdateItem'] },

  /**
   * Objects of a case: `tenant=<t>/case=<scope>/*`, `holds` = text. ListBucket, so that what is not there is 404:
   * without it S3 says 403.
   */
  'vault:read': { as: 'tenant', needs: vault, actions: ['s3:GetObject', 's3:ListBucket', 'kms:Decrypt'] },
  'vault:write': {
    as: 'tenant',
    needs: vault,
    actions: ['s3:PutObject', 's3:GetObject', 'kms:GenerateDataKey', 'kms:Decrypt'],
  },
  /** Objects of a conversation, its identity map among them: `tenant=<t>/conversation=<scope>/*`, `holds` = identities. */
  'identities:read': {
    as: 'tenant',
    needs: vault,
    actions: ['s3:GetObject', 's3:ListBucket', 'kms:Decrypt'],
  },
  'identities:write': {
    as: 'tenant',
    needs: vault,
    actions: ['s3:PutObject', 's3:GetObject', 'kms:GenerateDataKey', 'kms:Decrypt'],
  },
  'vault:purge': { as: 'tenant', needs: vault, actions: ['s3:ListBucket', 's3:DeleteObject'] },

  /** `record/`, `sealed/` and `event/tenant=<t>/*`. */
  'archive:read': {
    as: 'tenant',
    needs: archive,
    actions: [
      's3:ListBucketVersions',
      's3:GetObjectVersion',
      's3:GetObjectRetention',
      's3:GetObjectLegalHold',
      'kms:Decrypt',
    ],
  },
  /** Puts, each announced in the table of seals first: nothing that is locked can be left out of the chain. */
  'archive:write': {
    as: 'tenant',
    needs: [...archive, 'SEALS_TABLE'],
    actions: [
      'dynamodb:UpdateItem',
      's3:PutObject',
      's3:PutObjectRetention',
      's3:ListBucketVersions',
      's3:GetObjectVersion',
      's3:GetObjectRetention',
      's3:GetObjectLegalHold',
      'kms:GenerateDataKey',
      'kms:Decrypt',
    ],
  },
  /** Versions whose retention is over: no function may bypass governance. */
  'archive:remove': {
    as: 'tenant',
    needs: archive,
    actions: ['s3:ListBucketVersions', 's3:DeleteObjectVersion'],
  },
  'archive:hold': {
    as: 'tenant',
    needs: archive,
    actions: ['s3:ListBucketVersions', 's3:PutObjectLegalHold'],
  },
  /** `seal/*` and `leaves/*`: of no tenant. ListBucket is for the heads: without it the first is 403 instead of 404. */
  'seals:read': {
    as: 'own',
    needs: [...archive, 'SEALS_TABLE', 'SIGNING_KEY_ARNS', 'HEADS_BUCKET'],
    actions: [
      'dynamodb:GetItem',
      's3:ListBucketVersions',
      's3:ListBucket',
      's3:GetObject',
      's3:GetObjectVersion',
      's3:GetObjectRetention',
      's3:GetObjectLegalHold',
      'kms:Decrypt',
      'kms:GetPublicKey',
    ],
  },
  /** Which seal took an object up. */
  'seals:look': { as: 'own', needs: ['SEALS_TABLE'], actions: ['dynamodb:GetItem'] },
  'seals:write': {
    as: 'own',
    needs: [...archive, 'SEALS_TABLE', 'SIGNING_KEY_ARNS', 'HEADS_BUCKET'],
    actions: [
      'dynamodb:GetItem',
      'dynamodb:UpdateItem',
      'dynamodb:Query',
      's3:PutObject',
      's3:PutObjectRetention',
      's3:GetObject',
      'kms:GenerateDataKey',
      'kms:Decrypt',
      'kms:Sign',
      'kms:GetPublicKey',
    ],
  },

  /** The key of one case, context `{tenant, case}`. */
  'case-keys:use': { as: 'tenant', needs: keys, actions: ['dynamodb:GetItem', 'kms:Decrypt'] },
  'case-keys:create': {
    as: 'tenant',
    needs: keys,
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'kms:GenerateDataKey'],
  },
  'case-keys:erase': {
    as: 'tenant',
    needs: [...keys, 'BACKUP_DAYS'],
    actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
  },
  /** A key of a case that never was. */
  'case-keys:discard': { as: 'tenant', needs: keys, actions: ['dynamodb:DeleteItem'] },
  /** The key of a tenant's digests, context `{tenant, case: 'tenant'}`: made by whoever needs it first. */
  'tenant-keys:use': {
    as: 'tenant',
    needs: keys,
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'kms:GenerateDataKey', 'kms:Decrypt'],
  },
  /** The key of a tenant's index of people, context `{tenant, case: 'index'}`. */
  'index-keys:use': {
    as: 'tenant',
    needs: keys,
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'kms:GenerateDataKey', 'kms:Decrypt'],
  },

  'workflow:start': { as: 'own', needs: ['STATE_MACHINE_ARN'], actions: ['states:StartExecution'] },
  'workflow:answer': { as: 'own', needs: ['STATE_MACHINE_ARN'], actions: ['states:SendTaskSuccess'] },
  'workflow:read': { as: 'own', needs: ['STATE_MACHINE_ARN'], actions: ['states:DescribeExecution'] },
  notify: { as: 'own', needs: ['EVENT_BUS_NAME'], actions: ['events:PutEvents'] },
  medical: { as: 'own', needs: ['MEDICAL'], actions: ['comprehendmedical:DetectPHI'] },
  /** Bedrock's detect-only checks, where the policy wants them. */
  checks: { as: 'own', needs: ['CHECKS'], actions: ['bedrock:InvokeGuardrailChecks'] },
  guardrail: { as: 'own', needs: ['GUARDRAILS'], actions: ['bedrock:ApplyGuardrail'] },
  models: {
    as: 'own',
    needs: ['MODELS', 'MODEL_GUARDRAIL'],
    actions: ['bedrock:InvokeModel', 'bedrock:ApplyGuardrail'],
  },
  /** Policies are bundled; those that a case began with and that are no more come from the control table, `policy/*`. */
  policies: {
    as: 'own',
    needs: ['CONTROL_TABLE', 'EFFORT', 'RETENTION_MODE'],
    actions: ['dynamodb:GetItem'],
  },
  'policies:publish': {
    as: 'own',
    needs: ['CONTROL_TABLE', 'EFFORT', 'RETENTION_MODE'],
    actions: ['dynamodb:PutItem'],
  },
  /** The kill switch: row `switch` of the control table. */
  switch: { as: 'own', needs: ['CONTROL_TABLE'], actions: ['dynamodb:GetItem'] },
  /** What all tenants take in together, and each by itself: rows `intake/*` of the control table. */
  intake: {
    as: 'own',
    needs: ['CONTROL_TABLE', 'CHARACTERS_PER_SECOND', 'TENANT_LIMITS'],
    actions: ['dynamodb:UpdateItem', 'dynamodb:GetItem'],
  },
  /** What an app client stands for: rows `client/*` of the control table. */
  clients: { as: 'own', needs: ['CONTROL_TABLE', 'TENANTS'], actions: ['dynamodb:GetItem'] },

  'catalogue:ask': {
    as: 'tenant',
    needs: query,
    actions: [
      'athena:StartQueryExecution',
      'athena:GetQueryExecution',
      'athena:GetQueryResults',
      'athena:GetQueryRuntimeStatistics',
      'athena:StopQueryExecution',
      // Whose query it is, and what Athena calls it.
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'glue:GetTable',
      'glue:GetDatabase',
      's3:GetObject',
      's3:ListBucket',
      'kms:Decrypt',
    ],
  },
  /** Its files: made from the archive, changed in place. */
  'catalogue:write': {
    as: 'tenant',
    needs: files,
    actions: [
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      's3:DeleteObject',
      'kms:GenerateDataKey',
      'kms:Decrypt',
    ],
  },
  /** Whom there is, for what is done for each of them. */
  tenants: { as: 'own', needs: ['TENANTS'], actions: [] },
  'macie:jobs': {
    as: 'own',
    needs: ['CATALOGUE_BUCKET', 'STAGE'],
    actions: [
      'macie2:CreateClassificationJob',
      'macie2:ListClassificationJobs',
      'macie2:UpdateClassificationJob',
    ],
  },
  preflight: {
    as: 'own',
    needs: ['STAGE', 'MODELS'],
    actions: [
      'bedrock:GetAccountDataRetention',
      'bedrock:GetModelInvocationLoggingConfiguration',
      'bedrock:GetFoundationModel',
      'macie2:GetMacieSession',
      'servicequotas:ListServiceQuotas',
    ],
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type Use = keyof typeof uses;

type Function = Readonly<{
  /** The state of the workflow that it is, as `${…}` in statemachines/airlock.asl.json. */
  state?: string;
  /** The operation of the API that it is (`operationId`). */
  operation?: string;
  uses: readonly Use[];
  /** Lambda's Timeout. */
  seconds: number;
  /** Lambda's MemorySize, MB. CPU comes with it. */
  memory: number;
  /** Whether it needs the tagger's model, which is not in the bundle. */
  tagger: boolean;
}>;

const state = (name: string, tagger: boolean, seconds: number, needs: readonly Use[]): Function => ({
  state: name,
  uses: ['cases:read', 'cases:write', ...needs],
  seconds,
  memory: tagger ? 1769 : 512,
  tagger,
});
const operation = (name: string, needs: readonly Use[], tagger = false): Function => ({
  operation: name,
  uses: needs,
  seconds: 29,
  memory: tagger ? 1769 : 512,
  tagger,
});

const owned: readonly Use[] = ['tenant-keys:use', 'cases:read', 'vault:read'];
/** A case comes to be: its row, its key, its texts. */
const opening: readonly Use[] = [
  ...owned,
  'cases:write',
  'cases:accept',
  'case-keys:create',
  'case-keys:use',
  'case-keys:discard',
  'vault:write',
  'vault:purge',
  'policies',
];
const accepting: readonly Use[] = [...opening, 'workflow:start', 'intake', 'switch'];
const archiving: readonly Use[] = [
  'vault:read',
  'identities:read',
  'vault:purge',
  'archive:read',
  'archive:write',
  'case-keys:use',
  'index-keys:use',
  'people:add',
  'notify',
  'policies',
];
const releasing: readonly Use[] = [
  'vault:read',
  'identities:read',
  'identities:write',
  'archive:read',
  'case-keys:use',
  'notify',
  'policies',
];
const reviewing: readonly Use[] = ['tenant-keys:use', 'cases:read', 'cases:write', 'policies', 'notify'];
/** A review's texts as well. */
const reading: readonly Use[] = [...reviewing, 'vault:read'];
/** Decisions of two people about archived cases. */
const custody: readonly Use[] = [
  'tenant-keys:use',
  'cases:read',
  'cases:write',
  'archive:read',
  'archive:write',
  'policies',
];
const erasing: readonly Use[] = [
  ...custody,
  'case-keys:use',
  'case-keys:erase',
  'cases:forget-caller',
  'people:forget',
  'vault:purge',
  'catalogue:write',
];
/** A question of compliance to the catalogue: it is recorded before it is asked. */
const asking: readonly Use[] = [
  'tenant-keys:use',
  'archive:read',
  'archive:write',
  'policies',
  'catalogue:ask',
];

/** Every function, by its name, which is also its file in `handlers/`. */
export const functions = {
  deidentify: state('Deidentify', true, 55, [
    'vault:read',
    'vault:write',
    'vault:purge',
    'identities:read',
    'identities:write',
    'medical',
    'checks',
    'policies',
  ]),
  'screen-prompt': state('ScreenPrompt', true, 55, ['vault:read', 'vault:write', 'guardrail', 'policies']),
  'invoke-model': state('InvokeModel', false, 290, [
    'cases:spend',
    'vault:read',
    'vault:write',
    'case-keys:use',
    'models',
    'policies',
    'switch',
  ]),
  'rescan-answer': state('RescanAnswer', true, 55, [
    'vault:read',
    'vault:write',
    'vault:purge',
    'identities:read',
    'case-keys:use',
    'medical',
    'checks',
    'guardrail',
    'policies',
  ]),
  'open-review': state('OpenReview', false, 55, ['vault:read', 'case-keys:use', 'notify', 'policies']),
  'collect-decision': state('CollectDecision', false, 55, []),
  'archive-transcript': state('ArchiveTranscript', true, 55, archiving),
  'release-answer': state('ReleaseAnswer', true, 55, releasing),

  'create-request': operation('createRequest', accepting, true),
  'read-request': operation('readRequest', owned),
  'list-requests': operation('listRequests', ['tenant-keys:use', 'cases:read', 'cases:owned']),
  'chat-completions': {
    ...operation('chatCompletions', accepting, true),
    // Answers are streamed, with a sign of life every ten seconds, for as long as a case may take.
    seconds: 300,
  },
  'list-models': operation('listModels', ['policies']),
  'list-reviews': operation('listReviews', ['tenant-keys:use', 'cases:read', 'cases:queue']),
  'count-reviews': operation('countReviews', ['cases:queue']),
  'review-events': operation('reviewEvents', []),
  'read-review': operation('readReview', [...reading], true),
  'claim-review': operation('claimReview', [...reviewing, 'cases:queue']),
  'claim-reviews': operation('claimReviews', [...reviewing, 'cases:queue']),
  'release-claim': operation('releaseClaim', reviewing),
  'keep-draft': operation('keepDraft', [...reading, 'vault:write', 'vault:purge'], true),
  'read-draft': operation('readDraft', [...reading, 'vault:purge'], true),
  'forget-draft': operation('forgetDraft', [...reading, 'vault:purge'], true),
  'decide-review': operation(
    'decideReview',
    // A note is looked at like a prompt, and compared with what was taken out of the conversation.
    [
      ...reading,
      'cases:queue',
      'vault:write',
      'vault:purge',
      'identities:read',
      'medical',
      'case-keys:use',
      'workflow:answer',
    ],
    true,
  ),
  reveal: operation('reveal', [...reading, 'vault:write', 'identities:read', 'medical'], true),
  'give-feedback': operation('giveFeedback', [...reading, 'vault:write', 'identities:read', 'medical'], true),
  /** A test case for reviewers: it passes through the states in one call, and no model. */
  'seed-review': operation(
    'seedReview',
    [...opening, 'notify', 'identities:read', 'identities:write', 'medical', 'checks', 'guardrail'],
    true,
  ),
  'read-workload': operation('readWorkload', ['cases:queue', 'policies']),
  'read-overview': operation('readOverview', ['cases:queue', 'policies']),

  'list-archive': operation('listArchive', ['cases:closed']),
  'read-archive': operation('readArchive', ['cases:read', 'archive:read']),
  'read-proof': operation('readProof', ['cases:read', 'archive:read', 'seals:read']),
  'list-seals': operation('listSeals', ['seals:read']),
  'list-questions': operation('listQuestions', []),
  'list-tables': operation('listTables', []),
  'query-archive': operation('queryArchive', asking),
  'read-query': operation('readQuery', asking),
  'cancel-query': operation('cancelQuery', asking),
  'export-query': { ...operation('exportQuery', asking), seconds: 300 },
  'search-archive': operation('searchArchive', asking),
  'replay-policy': { ...operation('replayPolicy', [...asking, 'case-keys:use'], true), seconds: 60 },
  'rebuild-catalogue': {
    ...operation(
      'rebuildCatalogue',
      ['cases:read', 'archive:read', 'case-keys:use', 'policies', 'catalogue:write'],
      true,
    ),
    seconds: 900,
  },
  'list-containments': operation('listContainments', ['cases:contained']),
  'review-containment': operation(
    'reviewContainment',
    // What a crash kept from being done is done before anybody closes it: the text is taken out, and told of.
    [...custody, 'case-keys:use', 'catalogue:write', 'notify', 'vault:purge'],
    true,
  ),
  'scan-archive': {
    ...operation('scanArchive', [...custody, 'case-keys:use', 'catalogue:write', 'notify'], true),
    seconds: 900,
  },
  'place-hold': operation('placeHold', [...custody, 'archive:hold'], true),
  'release-hold': operation('releaseHold', [...custody, 'archive:hold'], true),
  'unseal-case': operation(
    'unsealCase',
    // What is in quarantine was never sealed: it is read where it is.
    [...custody, 'case-keys:use', 'vault:read', 'identities:read'],
    true,
  ),
  'erase-case': operation('eraseCase', erasing, true),
  'find-person': operation('findPerson', [...custody, 'index-keys:use', 'people:find'], true),
  'account-for-person': operation(
    'accountForPerson',
    [...custody, 'index-keys:use', 'people:find', 'catalogue:ask'],
    true,
  ),
  'erase-person': operation('erasePerson', [...erasing, 'index-keys:use', 'people:find'], true),
  health: operation('health', []),
  openapi: operation('openapi', [], true),

  /** Every minute, and after executions that failed, timed out or were aborted. */
  sweep: {
    uses: [
      'cases:sweep',
      'cases:read',
      'cases:write',
      'cases:dispose',
      ...archiving,
      ...releasing,
      'archive:remove',
      'seals:look',
      'case-keys:erase',
      'tenant-keys:use',
      'cases:forget-caller',
      'people:forget',
      'catalogue:write',
      'tenants',
      'workflow:start',
      'workflow:answer',
      'workflow:read',
    ],
    seconds: 840,
    memory: 1769,
    tagger: true,
  },
  /** Every hour, one at a time; also the operation `sealArchive`. */
  'seal-archive': {
    ...operation('sealArchive', ['archive:read', 'seals:read', 'seals:write']),
    seconds: 840,
    memory: 1024,
  },
  'rotate-seal-key': {
    // Who wanted it goes on record first, in an event of their tenant's.
    ...operation('rotateSealKey', [
      'archive:read',
      'archive:write',
      'tenant-keys:use',
      'seals:read',
      'seals:write',
      'policies',
    ]),
    seconds: 840,
    memory: 1024,
  },
  /** Cognito's trigger: puts the tenant into the token. */
  'pre-token': { uses: ['clients'], seconds: 5, memory: 256, tagger: false },
  /** A finding of Macie about the catalogue: takes the text of that case out and asks people to look. */
  'contain-finding': {
    uses: [
      'tenant-keys:use',
      'cases:read',
      'cases:write',
      'case-keys:use',
      'archive:read',
      'archive:write',
      'catalogue:write',
      'notify',
      'policies',
    ],
    seconds: 300,
    memory: 1769,
    tagger: true,
  },
  /** Custom resources of the deployment. */
  'macie-job': { uses: ['macie:jobs'], seconds: 120, memory: 256, tagger: false },
  'publish-policies': { uses: ['policies:publish'], seconds: 60, memory: 256, tagger: false },
  preflight: { uses: ['preflight'], seconds: 60, memory: 256, tagger: false },
} as const satisfies Readonly<Record<string, Function>>;

export type FunctionName = keyof typeof functions;

/** The variables that a function with these uses is given, each once. */
export function environmentFor(needs: readonly Use[]): Variable[] {
  const kinds: readonly Kind[] = needs.map((each) => uses[each]);
  const needed = kinds.flatMap((each) => each.needs);
  const tenant = kinds.some((each) => each.as === 'tenant');
  return [...new Set<Variable>([...(tenant ? (['TENANT_ROLE_ARN'] as const) : []), ...needed])];
}

// SPDX-License-Identifier: Apache-2.0
import type { Use } from '../lambdas/uses.ts';
import { tableNames } from '../lambdas/archive/tables.ts';
import type { Resources } from './resources.ts';

export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** On what, and under which conditions, the actions with this beginning are granted. */
export type Where = Readonly<{ begins: string; on: readonly string[]; when?: Conditions }>;

/** The tenant that a session was tagged with. In a session without the tag nothing matches it. */
const tenant = '${aws:PrincipalTag/tenant}';
const s3 = (bucket: string) => `arn:aws:s3:::${bucket}`;
const arn = ({ region, account }: Resources, service: string, rest: string) =>
  `arn:aws:${service}:${region}:${account}:${rest}`;
const via = (service: string, { region }: Resources) => ({
  'kms:ViaService': `${service}.${region}.amazonaws.com`,
});

/** Rows whose key begins with the tenant. `ForAllValues` alone is also true where there are no keys to compare: a scan. */
const rows = (table: { arn: string }, keys: readonly string[], indexes: readonly string[] = []): Where => ({
  begins: 'dynamodb:',
  on: [table.arn, ...indexes.map((index) => `${table.arn}/index/${index}`)],
  when: {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  },
});
const ownRows = [`${tenant}#*`];

const listing = (bucket: string, prefixes: readonly string[]): Where => ({
  begins: 's3:ListBucket',
  on: [s3(bucket)],
  when: { StringLike: { 's3:prefix': prefixes } },
});

const inVault = (r: Resources, place: 'case' | 'conversation'): Where[] => [
  listing(r.vault.bucket, [`tenant=${tenant}/${place}=*`]),
  { begins: 's3:', on: [`${s3(r.vault.bucket)}/tenant=${tenant}/${place}=*`] },
  {
    begins: 'kms:',
    on: [r.vault.keyArn],
    when: {
      StringEquals: {
        'kms:EncryptionContext:tenant': tenant,
        'kms:EncryptionContext:holds': place === 'case' ? 'text' : 'identities',
        ...via('s3', r),
      },
      Null: { 'kms:EncryptionContext:scope': 'false' },
    },
  },
];

const archived = ['record', 'sealed', 'event'].map((kind) => `${kind}/tenant=${tenant}/*`);
const inArchive = (r: Resources): Where[] => [
  listing(r.archive.bucket, archived),
  rows(r.tables.seals, ownRows),
  { begins: 's3:', on: archived.map((prefix) => `${s3(r.archive.bucket)}/${prefix}`) },
  {
    begins: 'kms:',
    on: [r.archive.keyArn],
    when: { StringEquals: { 'kms:EncryptionContext:tenant': tenant, ...via('s3', r) } },
  },
];

const seals = ['seal/*', 'leaves/*'];
const inSeals = (r: Resources): Where[] => {
  const objects = seals.map((prefix) => `${s3(r.archive.bucket)}/${prefix}`);
  const head = `${s3(r.heads.bucket)}/head.json`;
  return [
    { ...listing(r.archive.bucket, seals), begins: 's3:ListBucketVersions' },
    listing(r.heads.bucket, ['head.json']),
    { begins: 'dynamodb:', on: [r.tables.seals.arn, `${r.tables.seals.arn}/index/pending`] },
    { begins: 's3:PutObjectRetention', on: objects },
    { begins: 's3:PutObject', on: [...objects, head] },
    { begins: 's3:GetObjectVersion', on: objects },
    { begins: 's3:GetObjectRetention', on: objects },
    { begins: 's3:GetObjectLegalHold', on: objects },
    { begins: 's3:GetObject', on: [head] },
    { begins: 'kms:Sign', on: r.signingKeyArns },
    { begins: 'kms:GetPublicKey', on: r.signingKeyArns },
    {
      begins: 'kms:',
      on: [r.archive.keyArn],
      when: { StringEquals: { 'kms:EncryptionContext:holds': 'seals', ...via('s3', r) } },
    },
    {
      begins: 'kms:',
      on: [r.archive.keyArn],
      when: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': s3(r.heads.bucket), ...via('s3', r) } },
    },
  ];
};

const caseKeys = (r: Resources, only?: string): Where[] => [
  rows(r.tables.caseKeys, ownRows),
  {
    begins: 'kms:',
    on: [r.caseKeysKeyArn],
    when: {
      StringEquals: {
        'kms:EncryptionContext:tenant': tenant,
        ...(only === undefined ? {} : { 'kms:EncryptionContext:case': only }),
      },
      Null: { 'kms:EncryptionContext:case': 'false' },
    },
  },
];

const inCatalogue = (r: Resources): Where[] => {
  const prefixes = tableNames.map((table) => `${table}/tenant=${tenant}/*`);
  const bucket = s3(r.catalogue.bucket);
  return [
    {
      begins: 'athena:',
      on: [arn(r, 'athena', `workgroup/${r.catalogue.workgroup}`)],
    },
    {
      begins: 'glue:',
      on: [
        arn(r, 'glue', 'catalog'),
        arn(r, 'glue', `database/${r.catalogue.database}`),
        ...tableNames.map((table) => arn(r, 'glue', `table/${r.catalogue.database}/${table}`)),
      ],
    },
    rows(r.tables.cases, ownRows),
    listing(r.catalogue.bucket, prefixes),
    listing(
      r.archive.bucket,
      ['record', 'event'].map((kind) => `${kind}/tenant=${tenant}/*`),
    ),
    { begins: 's3:', on: prefixes.map((prefix) => `${bucket}/${prefix}`) },
    {
      begins: 'kms:',
      on: [r.archive.keyArn],
      when: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': bucket, ...via('s3', r) } },
    },
  ];
};

const control = (r: Resources, key: string) => [rows(r.tables.control, [key])];
const machine = (begins: string, on: string): Where[] => [{ begins, on: [on] }];

/** For every use, where its actions are granted. What is not here cannot be granted. */
export const where: Readonly<Record<Use, (resources: Resources) => readonly Where[]>> = {
  'cases:read': (r) => [rows(r.tables.cases, ownRows)],
  'cases:write': (r) => [rows(r.tables.cases, ownRows)],
  'cases:accept': (r) => [rows(r.tables.cases, ownRows)],
  'cases:spend': (r) => [rows(r.tables.cases, ownRows)],
  'cases:queue': (r) => [rows(r.tables.cases, ownRows, ['queue'])],
  'cases:closed': (r) => [rows(r.tables.cases, ownRows, ['closed'])],
  'cases:owned': (r) => [rows(r.tables.cases, ownRows, ['owned'])],
  'cases:contained': (r) => [rows(r.tables.cases, ownRows, ['contained'])],
  'cases:dispose': (r) => [rows(r.tables.cases, ownRows)],
  'people:add': (r) => [rows(r.tables.cases, ownRows)],
  'people:forget': (r) => [rows(r.tables.cases, ownRows)],
  'people:find': (r) => [rows(r.tables.cases, ownRows)],
  'cases:sweep': (r) => [
    {
      begins: 'dynamodb:',
      on: ['stale', 'expired', 'due'].map((index) => `${r.tables.cases.arn}/index/${index}`),
    },
  ],
  'cases:forget-caller': (r) => [rows(r.tables.cases, ownRows)],
  'vault:read': (r) => inVault(r, 'case'),
  'vault:write': (r) => inVault(r, 'case'),
  'identities:read': (r) => inVault(r, 'conversation'),
  'identities:write': (r) => inVault(r, 'conversation'),
  'vault:purge': (r) => [
    listing(r.vault.bucket, [`tenant=${tenant}/*`]),
    { begins: 's3:', on: [`${s3(r.vault.bucket)}/tenant=${tenant}/*`] },
  ],
  'archive:read': inArchive,
  'archive:write': inArchive,
  'archive:hold': inArchive,
  'archive:remove': inArchive,
  'seals:read': inSeals,
  'seals:look': (r) => [{ begins: 'dynamodb:', on: [r.tables.seals.arn] }],
  'seals:write': inSeals,
  'case-keys:use': (r) => caseKeys(r),
  'case-keys:create': (r) => caseKeys(r),
  'case-keys:erase': (r) => caseKeys(r),
  'case-keys:discard': (r) => caseKeys(r),
  'tenant-keys:use': (r) => caseKeys(r, 'tenant'),
  'index-keys:use': (r) => caseKeys(r, 'index'),
  'workflow:start': (r) => machine('states:', r.stateMachineArn),
  'workflow:answer': (r) => machine('states:', r.stateMachineArn),
  'workflow:read': (r) =>
    machine('states:', `${r.stateMachineArn.replace(':stateMachine:', ':execution:')}:*`),
  notify: (r) => machine('events:', r.bus.arn),
  // Neither resources nor conditions exist for it.
  medical: () => machine('comprehendmedical:', '*'),
  checks: () => machine('bedrock:', '*'),
  guardrail: (r) => [{ begins: 'bedrock:', on: Object.values(r.guardrails).map(({ arn }) => arn) }],
  models: (r) => [
    // Any numbered version: functions of an older version still name an older one. Never the draft.
    ...r.models.map(({ on, profile }) => ({
      begins: 'bedrock:InvokeModel',
      on,
      when: {
        StringLike: { 'bedrock:GuardrailIdentifier': `${r.modelGuardrail.arn}:*` },
        ...(profile === undefined ? {} : { ArnEquals: { 'bedrock:InferenceProfileArn': profile } }),
      },
    })),
    { begins: 'bedrock:ApplyGuardrail', on: [r.modelGuardrail.arn] },
  ],
  policies: (r) => control(r, 'policy/*'),
  'policies:publish': (r) => [rows(r.tables.control, ['policy/*', 'client/*'])],
  switch: (r) => control(r, 'switch'),
  intake: (r) => control(r, 'intake/*'),
  clients: (r) => control(r, 'client/*'),
  tenants: () => [],
  'catalogue:ask': inCatalogue,
  'catalogue:write': inCatalogue,
  'macie:jobs': (r) => [
    { begins: 'macie2:ListClassificationJobs', on: ['*'] },
    { begins: 'macie2:', on: [arn(r, 'macie2', 'classification-job/*')] },
  ],
  preflight: (r) => [
    {
      begins: 'bedrock:GetFoundationModel',
      on: r.models.flatMap(({ on }) => on).filter((each) => each.includes(':foundation-model/')),
    },
    { begins: 'bedrock:', on: ['*'] },
    { begins: 'macie2:', on: ['*'] },
    { begins: 'servicequotas:', on: ['*'] },
  ],
};

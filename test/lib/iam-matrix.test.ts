// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { type FunctionName, functions, type Use, uses } from '../../lambdas/uses.ts';
import { iamOf, ofTenant } from './iam.ts';
import type { Statement } from './policy-evaluator.ts';
import { allowed } from './policy-evaluator.ts';
import { account } from './resolve.ts';
import { stageOf } from './stages.ts';

const stage = stageOf('production');
const iam = iamOf('production', stage);
const region = 'us-east-1';
const bucket = (part: string) => `prompt-airlock-production-${part}-${account}-${region}`;
const names = Object.keys(functions) as FunctionName[];
const tenantNames = names.filter((name) => iam.roles.includes(ofTenant(name)));
const session = (tenant: string) => ({ 'aws:PrincipalTag/tenant': tenant });
const viaS3 = { 'kms:ViaService': `s3.${region}.amazonaws.com` };
const caseId = '01900000-0000-7000-8000-000000000000';
const having = (test: (name: FunctionName) => boolean) => names.filter(test).sort();

const vaultKey = (tenant: string, holds: string) => ({
  'kms:EncryptionContext:tenant': tenant,
  'kms:EncryptionContext:holds': holds,
  'kms:EncryptionContext:scope': caseId,
  ...viaS3,
});
const decrypts = (role: string, who: string, holds: string, tenant = who) =>
  iam.may(
    role,
    {
      action: 'kms:Decrypt',
      resource: iam.keyArn('vault'),
      context: { ...session(who), ...vaultKey(tenant, holds) },
    },
    iam.keyPolicy('vault'),
  );

describe('the identity map', () => {
  it('is decrypted by the steps and operations that need it, and refused to all others', () =>
    expect(having((name) => decrypts(ofTenant(name), 'clinic', 'identities'))).toEqual([
      'archive-transcript',
      // Decision 28: a note, or feedback, is compared with what was taken out of the conversation.
      'decide-review',
      'deidentify',
      'give-feedback',
      'release-answer',
      'rescan-answer',
      'reveal',
      // Decision 28: Deidentify and RescanAnswer of a made-up case, in one call.
      'seed-review',
      // Decision 28: ArchiveTranscript and ReleaseAnswer of a case whose execution could not.
      'sweep',
      // Of what is in quarantine: nothing of it was sealed.
      'unseal-case',
    ]));

  it.each([
    'screen-prompt',
    'invoke-model',
    'open-review',
    'read-review',
    'read-request',
    'create-request',
  ] as const)('is refused to %s, which reads de-identified text under the same key', (name) => {
    expect(decrypts(ofTenant(name), 'clinic', 'text')).toBe(true);
    expect(decrypts(ofTenant(name), 'clinic', 'identities')).toBe(false);
  });

  it('is refused without the scope in the encryption context', () => {
    const { 'kms:EncryptionContext:scope': _, ...context } = vaultKey('clinic', 'identities');
    const request = {
      action: 'kms:Decrypt',
      resource: iam.keyArn('vault'),
      context: { ...session('clinic'), ...context },
    };
    expect(iam.may(ofTenant('deidentify'), request, iam.keyPolicy('vault'))).toBe(false);
  });

  it('is refused to an administrator of the account, whose policies allow everything', () => {
    const everything: Statement[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
    const principal = `arn:aws:iam::${account}:role/Administrator`;
    const request = {
      principal,
      action: 'kms:Decrypt',
      resource: iam.keyArn('vault'),
      context: vaultKey('clinic', 'identities'),
    };
    expect(allowed(request, everything)).toBe(true);
    expect(allowed(request, everything, iam.keyPolicy('vault'))).toBe(false);
  });
});

/** One request for each store, as it would be made for a tenant's data. */
const requestsFor = (
  tenant: string,
): readonly {
  what: string;
  uses: readonly Use[];
  action: string;
  resource: string;
  context: Record<string, string | string[]>;
}[] => [
  {
    what: 'vault text',
    uses: ['vault:read', 'vault:write'],
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${bucket('vault')}/tenant=${tenant}/case=${caseId}/r`,
    context: {},
  },
  {
    what: 'identity map',
    uses: ['identities:read', 'identities:write'],
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${bucket('vault')}/tenant=${tenant}/conversation=${caseId}/r`,
    context: {},
  },
  {
    what: 'vault purge',
    uses: ['vault:purge'],
    action: 's3:DeleteObject',
    resource: `arn:aws:s3:::${bucket('vault')}/tenant=${tenant}/case=${caseId}/r`,
    context: {},
  },
  {
    what: 'vault list',
    uses: ['vault:purge'],
    action: 's3:ListBucket',
    resource: `arn:aws:s3:::${bucket('vault')}`,
    context: { 's3:prefix': `tenant=${tenant}/case=${caseId}/` },
  },
  {
    what: 'vault key',
    uses: ['vault:read', 'vault:write'],
    action: 'kms:Decrypt',
    resource: iam.keyArn('vault'),
    context: vaultKey(tenant, 'text'),
  },
  {
    what: 'case row',
    uses: ['cases:read', 'cases:accept'],
    action: 'dynamodb:GetItem',
    resource: `arn:aws:dynamodb:${region}:${account}:table/prompt-airlock-production-cases`,
    context: { 'dynamodb:LeadingKeys': [`${tenant}#case#${caseId}`] },
  },
  {
    what: 'case key row',
    uses: ['case-keys:use', 'case-keys:create', 'case-keys:erase'],
    action: 'dynamodb:GetItem',
    resource: `arn:aws:dynamodb:${region}:${account}:table/prompt-airlock-production-case-keys`,
    context: { 'dynamodb:LeadingKeys': [`${tenant}#${caseId}`] },
  },
  {
    what: 'case key',
    uses: ['case-keys:use'],
    action: 'kms:Decrypt',
    resource: iam.keyArn('case-keys'),
    context: { 'kms:EncryptionContext:tenant': tenant, 'kms:EncryptionContext:case': caseId },
  },
  {
    what: 'record',
    uses: ['archive:read', 'archive:write'],
    action: 's3:GetObjectVersion',
    resource: `arn:aws:s3:::${bucket('archive')}/record/tenant=${tenant}/day=2026-11-20/${caseId}.json`,
    context: {},
  },
  {
    what: 'sealed object',
    uses: ['archive:write'],
    action: 's3:PutObject',
    resource: `arn:aws:s3:::${bucket('archive')}/sealed/tenant=${tenant}/day=2026-11-20/${caseId}.sealed`,
    context: {},
  },
  {
    what: 'archive key',
    uses: ['archive:read', 'archive:write'],
    action: 'kms:Decrypt',
    resource: iam.keyArn('archive'),
    context: { 'kms:EncryptionContext:tenant': tenant, ...viaS3 },
  },
];

describe('a session of one tenant', () => {
  const withUse = (wanted: readonly Use[]) =>
    tenantNames.filter((name) =>
      (functions[name].uses as readonly Use[]).some((use) => wanted.includes(use)),
    );

  it.each(requestsFor('clinic').map((each) => [each.what, each] as const))(
    'reaches its own %s, in every function that is there for it',
    (_what, { uses: wanted, action, resource, context }) => {
      const made = withUse(wanted);
      expect(made.length).toBeGreaterThan(0);
      for (const name of made)
        expect([
          name,
          iam.may(ofTenant(name), { action, resource, context: { ...session('clinic'), ...context } }),
        ]).toEqual([name, true]);
    },
  );

  it.each(requestsFor('bank').map((each) => [each.what, each] as const))(
    'is refused the %s of another, in every function',
    (_what, { action, resource, context }) =>
      expect(
        tenantNames.filter((name) =>
          iam.may(ofTenant(name), { action, resource, context: { ...session('clinic'), ...context } }),
        ),
      ).toEqual([]),
  );

  it.each(requestsFor('clinic').map((each) => [each.what, each] as const))(
    'without a tag is refused any %s',
    (_what, { action, resource, context }) =>
      expect(tenantNames.filter((name) => iam.may(ofTenant(name), { action, resource, context }))).toEqual(
        [],
      ),
  );

  it('may not mix rows of two tenants in one request, nor read without naming a key', () => {
    const table = `arn:aws:dynamodb:${region}:${account}:table/prompt-airlock-production-cases`;
    const read = (context: Record<string, string | string[]>) =>
      iam.may(ofTenant('deidentify'), {
        action: 'dynamodb:GetItem',
        resource: table,
        context: { ...session('clinic'), ...context },
      });
    expect(read({ 'dynamodb:LeadingKeys': ['clinic#a'] })).toBe(true);
    expect(read({ 'dynamodb:LeadingKeys': ['clinic#a', 'bank#a'] })).toBe(false);
    expect(read({ 'dynamodb:LeadingKeys': ['clinicother#a'] })).toBe(false);
    expect(read({})).toBe(false);
  });

  it('is begun by its own function alone, for a tenant that is taken on, with that one tag', () => {
    const begin = (principal: string, context: Record<string, string | string[]>) =>
      (['sts:AssumeRole', 'sts:TagSession'] as const).every((action) =>
        allowed(
          { principal, action, resource: iam.roleArn(ofTenant('reveal')), context },
          [],
          iam.trustOf(ofTenant('reveal')),
        ),
      );
    const tagged = (tenant: string, ...more: string[]) => ({
      'aws:RequestTag/tenant': tenant,
      'aws:TagKeys': ['tenant', ...more],
    });
    expect(begin(iam.roleArn('reveal'), tagged('clinic'))).toBe(true);
    expect(begin(iam.roleArn('reveal'), tagged('stranger'))).toBe(false);
    expect(begin(iam.roleArn('reveal'), tagged('clinic', 'admin'))).toBe(false);
    expect(begin(iam.roleArn('reveal'), {})).toBe(false);
    expect(begin(iam.roleArn('read-review'), tagged('clinic'))).toBe(false);
    expect(begin(`arn:aws:iam::${account}:role/Administrator`, tagged('clinic'))).toBe(false);
  });
});

describe('models', () => {
  const allowedModel = `arn:aws:bedrock:${region}:${account}:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0`;
  const guardrail = String(
    stage.gateway
      .all('AWS::Bedrock::Guardrail')
      .find(({ Properties }) => Properties['Name'] === 'prompt-airlock-production-models')?.Properties[
      'Name'
    ],
  );
  const guarded = (version: string) => ({
    'bedrock:GuardrailIdentifier': `arn:aws:bedrock:${region}:${account}:guardrail/${guardrail}${version}`,
  });
  const call = (role: string, resource: string, context: Record<string, string> = {}) =>
    iam.may(role, { action: 'bedrock:InvokeModel', resource, context });

  it('are called by InvokeModel’s role and by no other function', () =>
    expect(
      having(
        (name) =>
          call(name, allowedModel, guarded(':3')) || call(ofTenant(name), allowedModel, guarded(':3')),
      ),
    ).toEqual(['invoke-model']));

  it.each([
    ['with a numbered version of the guardrail', guarded(':7'), true],
    ['with its draft', guarded(''), false],
    ['with none', {}, false],
    [
      'with another guardrail',
      { 'bedrock:GuardrailIdentifier': `arn:aws:bedrock:${region}:${account}:guardrail/other:1` },
      false,
    ],
  ])('may be called %s: %j → %s', (_how, context, expected) =>
    expect(call('invoke-model', allowedModel, context as Record<string, string>)).toBe(expected),
  );

  it.each([
    'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0',
    'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-5-sonnet-20240620-v1:0',
    'arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0',
    'arn:aws:bedrock:us-east-1:111122223333:inference-profile/global.anthropic.claude-sonnet-4-5-20250929-v1:0',
  ])('that the settings do not name are denied, whatever is attached to the role later: %s', (model) => {
    const attached: Statement[] = [{ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }];
    const request = {
      principal: iam.roleArn('invoke-model'),
      action: 'bedrock:InvokeModel',
      resource: model,
      context: guarded(':1'),
    };
    expect(allowed(request, [...iam.identityOf('invoke-model'), ...attached])).toBe(false);
  });

  it('with a profile are reached through that profile only', () => {
    const direct = 'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0';
    expect(call('invoke-model', direct, guarded(':1'))).toBe(false);
    expect(
      call('invoke-model', direct, { ...guarded(':1'), 'bedrock:InferenceProfileArn': allowedModel }),
    ).toBe(true);
  });
});

describe('the workflow', () => {
  const machine = (name: string) => `arn:aws:states:${region}:${account}:stateMachine:${name}`;
  const answers = (name: FunctionName, resource: string) =>
    iam.may(name, { action: 'states:SendTaskSuccess', resource }) ||
    iam.may(ofTenant(name), { action: 'states:SendTaskSuccess', resource });

  it('takes answers from whoever decides, and from the sweep that tells a decision which was not told', () =>
    expect(having((name) => answers(name, machine('prompt-airlock-production-workflow')))).toEqual([
      'decide-review',
      'sweep',
    ]));

  it('of another name takes none', () =>
    expect(having((name) => answers(name, machine('payments')))).toEqual([]));

  it('may be stopped, redriven or failed by no function', () => {
    for (const action of [
      'states:StopExecution',
      'states:RedriveExecution',
      'states:SendTaskFailure',
      'states:UpdateStateMachine',
    ])
      expect(
        iam.roles.filter((role) =>
          iam.may(role, { action, resource: machine('prompt-airlock-production-workflow') }),
        ),
      ).toEqual([]);
  });
});

describe('every role', () => {
  const policies = [
    ...stage.record.all('AWS::IAM::ManagedPolicy'),
    ...stage.gateway.all('AWS::IAM::ManagedPolicy'),
  ];

  it('has policies that IAM takes: at most 6,144 characters, ten a role', () => {
    for (const { id, Properties } of policies)
      expect([id, JSON.stringify(Properties['PolicyDocument']).length <= 6144]).toEqual([id, true]);
  });

  it('is granted what uses.ts says and, beyond logs, traces, network and sessions, nothing else', () => {
    const beside =
      /^(?:logs|xray|ec2|sqs):|^sts:(?:AssumeRole|TagSession)$|^kms:(?:Encrypt|Decrypt|GenerateDataKey|DescribeKey)$/;
    for (const name of names) {
      const wanted = new Set(
        (functions[name].uses as readonly Use[]).flatMap((use) => [...uses[use].actions] as string[]),
      );
      const granted = [...iam.identityOf(name), ...iam.identityOf(ofTenant(name))]
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap(({ Action }) => [Action ?? []].flat());
      expect([name, granted.filter((action) => !wanted.has(action) && !beside.test(action))]).toEqual([
        name,
        [],
      ]);
      expect([name, [...wanted].filter((action) => !granted.includes(action))]).toEqual([name, []]);
    }
  });

  it('names every action in full', () => {
    for (const { Properties } of policies)
      for (const { Effect, Action } of (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement)
        if (Effect === 'Allow')
          expect([Action ?? []].flat().filter((action) => action.includes('*'))).toEqual([]);
  });

  it('keeps its policies outside itself, and has none of AWS’s', () => {
    const ours = [...stage.record.all('AWS::IAM::Role'), ...stage.gateway.all('AWS::IAM::Role')].filter(
      ({ id }) => !id.startsWith('Custom'),
    );
    for (const { Properties } of ours)
      expect([Properties['Policies'], Properties['ManagedPolicyArns']]).toEqual([undefined, undefined]);
  });

  it('may not scan a table, list tables or buckets, or pass a role on', () => {
    for (const action of [
      'dynamodb:Scan',
      'dynamodb:PartiQLSelect',
      's3:ListAllMyBuckets',
      'iam:PassRole',
      'kms:CreateGrant',
      'lambda:UpdateFunctionCode',
    ])
      expect(iam.roles.filter((role) => iam.may(role, { action, resource: '*' }))).toEqual([]);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { groups } from '../../lambdas/records/principal.ts';
import { tableNames, tables } from '../../lambdas/archive/tables.ts';
import { iamOf, ofTenant } from './iam.ts';
import { allowed, type Statement } from './policy-evaluator.ts';
import { account } from './resolve.ts';
import { stageOf } from './stages.ts';

const stage = stageOf('production');
const { record, gateway } = stage;
const iam = iamOf('production', stage);
const bucketName = (part: string) => `prompt-airlock-production-${part}-${account}-us-east-1`;
const buckets = record.all('AWS::S3::Bucket');
const bucketOf = (part: string) =>
  buckets.find(({ Properties }) => Properties['BucketName'] === bucketName(part))!.Properties;
const administrator = `arn:aws:iam::${account}:role/Administrator`;
const everything: Statement[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];

describe('the record stack', () => {
  const kept = [
    'AWS::S3::Bucket',
    'AWS::DynamoDB::Table',
    'AWS::KMS::Key',
    'AWS::Logs::LogGroup',
    'AWS::Cognito::UserPool',
  ];

  it.each(kept)('keeps every %s when it is deleted or replaced', (type) => {
    const found = record.all(type);
    expect(found.length).toBeGreaterThan(0);
    for (const { id, DeletionPolicy, UpdateReplacePolicy } of found)
      expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, 'Retain', 'Retain']);
  });

  it('holds everything that is kept: none of it is in the other stack but the console’s files', () => {
    expect(
      kept.flatMap((type) => gateway.all(type)).map(({ Properties }) => Properties['BucketName']),
    ).toEqual([bucketName('console')]);
  });
});

describe('keys', () => {
  const keys = record.all('AWS::KMS::Key').map(({ Properties }) => Properties);

  it('rotate every year, but for the one that signs, whose type KMS does not rotate', () => {
    for (const key of keys)
      expect(key).toMatchObject(
        key['KeyUsage'] === 'SIGN_VERIFY'
          ? { KeySpec: 'ECC_NIST_P256' }
          : { EnableKeyRotation: true, RotationPeriodInDays: 365 },
      );
    expect(keys.filter((key) => key['KeyUsage'] === 'SIGN_VERIFY')).toHaveLength(1);
  });

  it.each(['vault', 'archive', 'workflow', 'case-keys', 'signing-1'])(
    'of %s may be deleted or disabled by nobody',
    (alias) => {
      for (const action of ['kms:ScheduleKeyDeletion', 'kms:DisableKey'])
        expect(
          allowed(
            { principal: administrator, action, resource: iam.keyArn(alias) },
            everything,
            iam.keyPolicy(alias),
          ),
        ).toBe(false);
    },
  );
});

describe('buckets', () => {
  it.each(buckets.map(({ Properties }) => String(Properties['BucketName'])))(
    '%s is closed to the public, to plain HTTP and to old TLS',
    (name) => {
      expect(
        bucketOf(name.replace('prompt-airlock-production-', '').replace(`-${account}-us-east-1`, '')),
      ).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      });
      const get = (context: Record<string, string>) =>
        allowed(
          { principal: administrator, action: 's3:GetObject', resource: `arn:aws:s3:::${name}/x`, context },
          everything,
          iam.bucketPolicy(name),
        );
      expect(get({ 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' })).toBe(true);
      expect(get({ 'aws:SecureTransport': 'false', 's3:TlsVersion': '1.3' })).toBe(false);
      expect(get({ 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.1' })).toBe(false);
    },
  );

  it('of the vault has no bucket key, no versions, and an end for every object', () => {
    const vault = bucketOf('vault');
    expect(vault).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: false,
            ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: iam.keyArn('vault') },
          },
        ],
      },
    });
    expect(vault['VersioningConfiguration']).toBeUndefined();
    expect((vault['LifecycleConfiguration'] as { Rules: object[] }).Rules).toContainEqual({
      Id: 'Expiry',
      Status: 'Enabled',
      ExpirationInDays: 31,
    });
  });

  it('of exports forgets within a week', () =>
    expect((bucketOf('exports')['LifecycleConfiguration'] as { Rules: object[] }).Rules).toContainEqual({
      Id: 'Expiry',
      Status: 'Enabled',
      ExpirationInDays: 7,
    }));

  it('never log into a bucket that is locked', () => {
    const logs = new Set(
      buckets.map(
        ({ Properties }) =>
          (Properties['LoggingConfiguration'] as { DestinationBucketName?: string } | undefined)
            ?.DestinationBucketName,
      ),
    );
    for (const { Properties } of buckets.filter(({ Properties: each }) => each['ObjectLockEnabled'] === true))
      expect(logs.has(String(Properties['BucketName']))).toBe(false);
  });
});

describe('the archive', () => {
  const archive = bucketName('archive');
  const object = `arn:aws:s3:::${archive}/record/tenant=clinic/day=2026-11-20/x.json`;
  const put = {
    'aws:SecureTransport': 'true',
    's3:TlsVersion': '1.3',
    's3:object-lock-mode': 'COMPLIANCE',
    's3:object-lock-retain-until-date': '2033-01-01T00:00:00Z',
    's3:object-lock-remaining-retention-days': '2555',
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': iam.keyArn('archive'),
    's3:if-none-match': '*',
    'aws:PrincipalTag/tenant': 'clinic',
  };
  const putting = (context: Record<string, string>, action = 's3:PutObject') =>
    iam.may(ofTenant('archive-transcript'), { action, resource: object, context }, iam.bucketPolicy(archive));
  const without = (key: keyof typeof put): Record<string, string> => {
    const { [key]: _, ...rest } = put;
    return rest;
  };

  it('has versions, Object Lock, and a default retention in the stage’s mode', () => {
    expect(bucketOf('archive')).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2192 } } },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    const trial = stageOf('trial')
      .record.all('AWS::S3::Bucket')
      .find(({ Properties }) => Properties['ObjectLockEnabled'] === true);
    expect(trial?.Properties).toMatchObject({
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE' } } },
    });
  });

  it('takes a put with everything that it asks for', () => expect(putting(put)).toBe(true));

  it.each([
    ['no retention', without('s3:object-lock-retain-until-date')],
    ['no mode', without('s3:object-lock-mode')],
    ['a mode that can be lifted', { ...put, 's3:object-lock-mode': 'GOVERNANCE' }],
    ['a shorter retention', { ...put, 's3:object-lock-remaining-retention-days': '2191' }],
    ['no encryption named', without('s3:x-amz-server-side-encryption')],
    ['S3’s own encryption', { ...put, 's3:x-amz-server-side-encryption': 'AES256' }],
    ['another key', { ...put, 's3:x-amz-server-side-encryption-aws-kms-key-id': iam.keyArn('vault') }],
    ['no key named', without('s3:x-amz-server-side-encryption-aws-kms-key-id')],
    ['no If-None-Match', without('s3:if-none-match')],
    ['plain HTTP', { ...put, 'aws:SecureTransport': 'false' }],
    ['old TLS', { ...put, 's3:TlsVersion': '1.1' }],
    ['another tenant’s session', { ...put, 'aws:PrincipalTag/tenant': 'bank' }],
  ])('refuses a put with %s', (_what, context) => expect(putting(context)).toBe(false));

  it('refuses to shorten a retention', () => {
    expect(
      putting({ ...put, 's3:object-lock-remaining-retention-days': '10' }, 's3:PutObjectRetention'),
    ).toBe(false);
    expect(putting(put, 's3:PutObjectRetention')).toBe(true);
  });

  it.each([
    's3:DeleteObject',
    's3:BypassGovernanceRetention',
    's3:DeleteObjectVersion',
    's3:PutObjectLegalHold',
    's3:PutObject',
    's3:PutObjectAcl',
    's3:PutObjectTagging',
  ])('refuses %s to an administrator', (action) =>
    expect(
      allowed(
        { principal: administrator, action, resource: object, context: put },
        everything,
        iam.bucketPolicy(archive),
      ),
    ).toBe(false),
  );

  it('lets the sweep alone remove a version, which S3 refuses until its retention is over', () => {
    const may = (role: string, action: string) =>
      iam.may(role, { action, resource: object, context: put }, iam.bucketPolicy(archive));
    expect(iam.roles.filter((role) => may(role, 's3:DeleteObjectVersion'))).toEqual([ofTenant('sweep')]);
    for (const action of ['s3:DeleteObject', 's3:BypassGovernanceRetention'])
      expect(iam.roles.filter((role) => may(role, action))).toEqual([]);
  });

  it('lets legal holds be placed and lifted by the two operations for it', () => {
    const may = (role: string) =>
      iam.may(
        role,
        { action: 's3:PutObjectLegalHold', resource: object, context: put },
        iam.bucketPolicy(archive),
      );
    expect(iam.roles.filter(may).sort()).toEqual([ofTenant('place-hold'), ofTenant('release-hold')]);
  });
});

describe('tables', () => {
  const tablesMade = Object.fromEntries(
    record
      .all('AWS::DynamoDB::Table')
      .map(({ Properties }) => [
        String(Properties['TableName']).replace('prompt-airlock-production-', ''),
        Properties,
      ]),
  );

  it('are on demand, encrypted with customer keys, restorable and not to be deleted in passing', () => {
    expect(Object.keys(tablesMade).sort()).toEqual(['case-keys', 'cases', 'control', 'seals']);
    for (const [name, table] of Object.entries(tablesMade))
      expect(table).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: {
          SSEEnabled: true,
          SSEType: 'KMS',
          KMSMasterKeyId: iam.keyArn(name === 'case-keys' ? 'case-keys' : 'workflow'),
        },
      });
  });

  it('keep backups of case keys for the time that receipts of erasures name, and no longer', () =>
    expect(tablesMade['case-keys']).toMatchObject({
      PointInTimeRecoverySpecification: { RecoveryPeriodInDays: 7 },
    }));

  it('show keys only where rows of all tenants stand together', () => {
    const indexes = (
      tablesMade['cases']!['GlobalSecondaryIndexes'] as {
        IndexName: string;
        Projection: { ProjectionType: string };
      }[]
    ).map(({ IndexName, Projection }) => [IndexName, Projection.ProjectionType]);
    expect(Object.fromEntries(indexes)).toEqual({
      queue: 'ALL',
      closed: 'ALL',
      contained: 'ALL',
      owned: 'KEYS_ONLY',
      stale: 'KEYS_ONLY',
      expired: 'KEYS_ONLY',
      due: 'KEYS_ONLY',
    });
  });
});

describe('the catalogue', () => {
  const made = record.all('AWS::Glue::Table').map(
    ({ Properties }) =>
      Properties['TableInput'] as {
        Name: string;
        Parameters: Record<string, string>;
        StorageDescriptor: { Columns: { Name: string }[] };
        PartitionKeys: { Name: string }[];
      },
  );

  it('has the tables and columns that rows are made of', () => {
    expect(made.map(({ Name }) => Name).sort()).toEqual([...tableNames].sort());
    for (const { Name, StorageDescriptor } of made)
      expect(StorageDescriptor.Columns.map((column) => column.Name)).toEqual(
        Object.keys(tables[Name as keyof typeof tables]),
      );
  });

  it('projects its partitions, and asks for exactly one tenant', () => {
    for (const { Name, Parameters, PartitionKeys } of made) {
      expect(PartitionKeys.map((key) => key.Name)).toEqual(['tenant', 'day']);
      expect(Parameters).toMatchObject({
        'projection.enabled': 'true',
        'projection.tenant.type': 'injected',
        'projection.day.type': 'date',
        'storage.location.template': `s3://${bucketName('catalogue')}/${Name}/tenant=\${tenant}/day=\${day}`,
      });
    }
  });

  it('is asked in a workgroup whose results Athena keeps encrypted, and that nobody overrides', () =>
    expect(record.all('AWS::Athena::WorkGroup')[0]!.Properties).toMatchObject({
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: true,
        ManagedQueryResultsConfiguration: {
          Enabled: true,
          EncryptionConfiguration: { KmsKey: iam.keyArn('workflow') },
        },
      },
    }));
});

describe('people', () => {
  const pool = record.all('AWS::Cognito::UserPool')[0]!.Properties;

  it('have two factors or a passkey that verifies them, and do not sign themselves up', () =>
    expect(pool).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      WebAuthnUserVerification: 'required',
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    }));

  it('have a group for every role, and one for every tenant', () =>
    expect(
      record
        .all('AWS::Cognito::UserPoolGroup')
        .map(({ Properties }) => Properties['GroupName'])
        .sort(),
    ).toEqual([...groups, 'tenant-bank', 'tenant-clinic'].sort()));

  it('get their tenant from the trigger: there is no attribute that somebody could write', () => {
    expect(pool).toMatchObject({ LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V3_0' } } });
    expect(JSON.stringify(pool['Schema'])).not.toContain('tenant');
  });
});

describe('what is recorded of AWS itself', () => {
  it('is every read and write of vault, archive, catalogue and case keys, in files that show a gap', () => {
    const trail = record.all('AWS::CloudTrail::Trail')[0]!.Properties;
    expect(trail).toMatchObject({
      EnableLogFileValidation: true,
      IsLogging: true,
      KMSKeyId: iam.keyArn('workflow'),
    });
    const recorded = JSON.stringify(trail['AdvancedEventSelectors']);
    for (const part of ['vault', 'archive', 'catalogue'])
      expect(recorded).toContain(`arn:aws:s3:::${bucketName(part)}/`);
    expect(recorded).toContain('table/prompt-airlock-production-case-keys');
  });

  it('is kept in encrypted logs, one for every function, for the set time', () => {
    const logs = record.all('AWS::Logs::LogGroup').map(({ Properties }) => Properties);
    for (const log of logs)
      expect(log).toMatchObject({ KmsKeyId: iam.keyArn('workflow'), RetentionInDays: 2557 });
    const names = logs.map((log) => log['LogGroupName']);
    const functions = [
      ...record.all('AWS::Lambda::Function'),
      ...gateway.all('AWS::Lambda::Function'),
    ].flatMap(({ Properties }) => Properties['FunctionName'] ?? []);
    expect(
      functions.filter((name) => !names.includes(`/aws/lambda/${JSON.stringify(name).slice(1, -1)}`)),
    ).toEqual([]);
    expect(names).toContain('/aws/vendedlogs/states/prompt-airlock-production-workflow');
  });
});

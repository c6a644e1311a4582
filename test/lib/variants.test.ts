// SPDX-License-Identifier: Apache-2.0
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { StackTemplate } from './resolve.ts';
import { cdkContext, synthesise, templatesOf } from './stages.ts';

jest.setTimeout(180_000);

type Presets = Record<string, Record<string, unknown>>;
let folder: string;
let stacks: Record<string, StackTemplate>;

/** What no preset has: settings that change which resources there are. */
beforeAll(() => {
  const { airlock, ...context } = cdkContext() as { airlock: Presets };
  const staging = airlock['staging'] ?? {};
  const variants = {
    private: {
      ...staging,
      api: { kind: 'private' },
      console: { enabled: false },
      signingKeys: 2,
      network: { zones: 3 },
      identity: {
        federation: [
          { kind: 'saml', name: 'Okta', metadataUrl: 'https://idp.example.org/metadata' },
          {
            kind: 'oidc',
            name: 'Entra',
            issuer: 'https://login.example.org',
            clientId: 'airlock',
            clientSecretName: 'airlock/oidc',
          },
        ],
      },
      functions: {
        signingProfiles: ['arn:aws:signer:us-east-1:111122223333:/signing-profiles/airlock/abcdef1234'],
      },
      alarms: { ...(staging['alarms'] as object), slack: { workspace: 'T0123', channel: 'C0123' } },
    },
    split: {
      ...staging,
      account: '111122223333',
      archive: {
        account: '444455556666',
        keyArn: 'arn:aws:kms:us-east-1:444455556666:key/12345678-1234-1234-1234-123456789012',
      },
      detection: { effort: 'economy' },
      macie: { session: 'create', every: 'day' },
    },
  };
  const made = synthesise({ ...context, airlock: variants });
  folder = made.folder;
  expect([made.status, made.status === 0 ? '' : made.said]).toEqual([0, '']);
  stacks = templatesOf(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const resources = (stack: string, type: string) =>
  Object.values(stacks[`PromptAirlock-${stack}`]?.Resources ?? {}).filter((each) => each.Type === type);
const properties = (stack: string, type: string) => resources(stack, type).map((each) => each.Properties);

describe('a deployment inside a network of its own', () => {
  it('has a private API, reached through an endpoint, and no console in front of it', () => {
    const [api] = properties('private-gateway', 'AWS::ApiGateway::RestApi');
    expect(JSON.stringify(api)).toContain('PRIVATE');
    expect(resources('private-gateway', 'AWS::CloudFront::Distribution')).toEqual([]);
    const endpoints = JSON.stringify(properties('private-record', 'AWS::EC2::VPCEndpoint'));
    expect(endpoints).toContain('execute-api');
  });
  it('is in as many zones as it is told, chosen when it is deployed', () => {
    const subnets = properties('private-record', 'AWS::EC2::Subnet');
    expect(subnets).toHaveLength(3);
    expect(new Set(subnets.map((each) => JSON.stringify(each['AvailabilityZone']))).size).toBe(3);
  });
  it('lets people in from their own directories', () => {
    const kinds = properties('private-record', 'AWS::Cognito::UserPoolIdentityProvider').map(
      (each) => each['ProviderType'],
    );
    expect(kinds.sort()).toEqual(['OIDC', 'SAML']);
  });
  it('runs only code that was signed', () => {
    const configs = properties('private-gateway', 'AWS::Lambda::CodeSigningConfig');
    expect(configs.length).toBeGreaterThan(0);
    for (const config of configs)
      expect(config['CodeSigningPolicies']).toEqual({ UntrustedArtifactOnDeployment: 'Enforce' });
    const unsigned = properties('private-gateway', 'AWS::Lambda::Function').filter(
      (each) => each['CodeSigningConfigArn'] === undefined,
    );
    expect(unsigned.map((each) => each['FunctionName'])).toEqual([]);
  });
  it('has two keys to sign with, and a channel that is told', () => {
    const signing = properties('private-record', 'AWS::KMS::Key').filter(
      (each) => each['KeyUsage'] === 'SIGN_VERIFY',
    );
    expect(signing).toHaveLength(2);
    expect(resources('private-gateway', 'AWS::Chatbot::SlackChannelConfiguration')).toHaveLength(1);
  });
});

describe('a deployment whose archive is in another account', () => {
  const locked = (stack: string) =>
    properties(stack, 'AWS::S3::Bucket').filter((each) => each['ObjectLockEnabled'] === true);
  it('keeps the locked bucket there and none here', () => {
    expect(locked('split-archive')).toHaveLength(1);
    expect(locked('split-record')).toEqual([]);
  });
  it('lets roles of this account in by name, and no other account', () => {
    const policies = JSON.stringify(properties('split-archive', 'AWS::S3::BucketPolicy'));
    expect(policies).toContain('111122223333');
  });
  it('asks dear detectors in doubt only, and says so to every function that reads policies', () => {
    const efforts = properties('split-gateway', 'AWS::Lambda::Function').flatMap((each) => {
      const { Variables } = (each['Environment'] ?? {}) as { Variables?: Record<string, string> };
      return Variables?.['EFFORT'] ?? [];
    });
    expect(efforts.length).toBeGreaterThan(5);
    expect(new Set(efforts)).toEqual(new Set(['economy']));
  });
  it('has policies published again when what a deployment makes of them has changed', () =>
    expect(properties('split-gateway', 'Custom::AirlockPolicies')).toMatchObject([
      { effort: 'economy', mode: expect.stringMatching(/^(?:GOVERNANCE|COMPLIANCE)$/) },
    ]));
  it('switches Macie on, and has it look every day', () => {
    expect(resources('split-gateway', 'AWS::Macie::Session')).toHaveLength(1);
    const [job] = properties('split-gateway', 'Custom::AirlockMacieJob');
    expect(job).toMatchObject({ frequency: 'day' });
  });
});

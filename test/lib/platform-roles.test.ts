// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { iamOf } from './iam.ts';
import { allowed } from './policy-evaluator.ts';
import { account } from './resolve.ts';
import { stageOf } from './stages.ts';

const staging = iamOf('staging', stageOf('staging'));
const production = iamOf('production', stageOf('production'));
const guarded = (stage: string, version = ':1') => ({
  'bedrock:GuardrailIdentifier': `arn:aws:bedrock:us-east-1:${account}:guardrail/prompt-airlock-${stage}-models${version}`,
  'aws:RequestedRegion': 'us-east-1',
});
const haiku = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0';
const sonnetProfile = `arn:aws:bedrock:us-east-1:${account}:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0`;
const table = (stage: string, name: string) =>
  `arn:aws:dynamodb:us-east-1:${account}:table/prompt-airlock-${stage}-${name}`;

describe('roles that a platform hands out', () => {
  it('are there for evaluation before production, and for special models where the settings name some', () => {
    const of = ['evaluation', 'general-access', 'specialised', 'stop'];
    expect(of.filter((role) => staging.roles.includes(role))).toEqual([
      'evaluation',
      'general-access',
      'stop',
    ]);
    expect(of.filter((role) => production.roles.includes(role))).toEqual([
      'general-access',
      'specialised',
      'stop',
    ]);
  });

  it.each([
    ['the same environment', { 'aws:PrincipalTag/environment': 'staging' }, true],
    ['another environment', { 'aws:PrincipalTag/environment': 'production' }, false],
    ['no environment', {}, false],
  ])('are taken on by people of %s', (_who, context, expected) => {
    const root = `arn:aws:iam::${account}:root`;
    const request = {
      principal: root,
      action: 'sts:AssumeRole',
      resource: staging.roleArn('evaluation'),
      context: context as Record<string, string>,
    };
    expect(allowed(request, [], staging.trustOf('evaluation'))).toBe(expected);
  });

  it.each([
    ['evaluation', haiku, guarded('staging'), true],
    ['evaluation', haiku, guarded('staging', ''), false],
    ['evaluation', haiku, { 'aws:RequestedRegion': 'us-east-1' }, false],
    ['evaluation', sonnetProfile, guarded('staging'), false],
    ['general-access', sonnetProfile, guarded('staging'), true],
    ['general-access', sonnetProfile, { ...guarded('staging'), 'aws:RequestedRegion': 'eu-west-1' }, false],
  ])('%s may call %s with %j: %s', (role, resource, context, expected) =>
    expect(
      staging.may(role, {
        action: 'bedrock:InvokeModel',
        resource,
        context: context,
      }),
    ).toBe(expected),
  );

  it('reach no case, no vault, no archive and no answer to a review', () => {
    for (const role of ['evaluation', 'general-access', 'stop'])
      for (const [action, resource] of [
        ['dynamodb:GetItem', table('staging', 'cases')],
        ['dynamodb:GetItem', table('staging', 'case-keys')],
        [
          's3:GetObject',
          `arn:aws:s3:::prompt-airlock-staging-vault-${account}-us-east-1/tenant=clinic/case=x/y`,
        ],
        [
          's3:GetObjectVersion',
          `arn:aws:s3:::prompt-airlock-staging-archive-${account}-us-east-1/record/tenant=clinic/x`,
        ],
        [
          'states:SendTaskSuccess',
          `arn:aws:states:us-east-1:${account}:stateMachine:prompt-airlock-staging-workflow`,
        ],
      ] as const)
        expect([
          role,
          action,
          staging.may(role, {
            action,
            resource,
            context: { 'aws:RequestedRegion': 'us-east-1', 'dynamodb:LeadingKeys': ['clinic#x'] },
          }),
        ]).toEqual([role, action, false]);
  });

  it('throw the kill switch and write no other row', () => {
    const put = (key: string) =>
      production.may('stop', {
        action: 'dynamodb:PutItem',
        resource: table('production', 'control'),
        context: { 'aws:RequestedRegion': 'us-east-1', 'dynamodb:LeadingKeys': [key] },
      });
    expect([put('switch'), put('policy/0'), put('client/0')]).toEqual([true, false, false]);
  });

  it('is a switch that functions read and none of them throws', () => {
    const may = (role: string, action: string) =>
      production.may(role, {
        action,
        resource: table('production', 'control'),
        context: { 'aws:RequestedRegion': 'us-east-1', 'dynamodb:LeadingKeys': ['switch'] },
      });
    expect(
      production.roles.filter((role) => may(role, 'dynamodb:PutItem') || may(role, 'dynamodb:UpdateItem')),
    ).toEqual(['stop']);
    for (const reader of ['create-request', 'chat-completions', 'invoke-model'])
      expect(may(reader, 'dynamodb:GetItem')).toBe(true);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { largerThan } from '../../lib/gateway/larger-than.ts';
import { stageOf } from './stages.ts';
import { fc } from '../seeded.ts';

const { gateway } = stageOf('production');
type Rule = {
  Name: string;
  Action?: { Block?: { CustomResponse?: { ResponseCode: number } } };
  Statement: {
    ManagedRuleGroupStatement?: { RuleActionOverrides: { Name: string; ActionToUse: object }[] };
    RegexMatchStatement?: { RegexString: string };
    RateBasedStatement?: { AggregateKeyType: string };
  };
};
const acl = gateway.all('AWS::WAFv2::WebACL')[0]!.Properties;
const rule = (name: string) => (acl['Rules'] as Rule[]).find(({ Name }) => Name === name)!;
const distribution = gateway.all('AWS::CloudFront::Distribution')[0]!.Properties['DistributionConfig'] as {
  DefaultCacheBehavior: Record<string, unknown>;
  CacheBehaviors: Record<string, unknown>[];
  ViewerCertificate: Record<string, unknown>;
  Origins: Record<string, unknown>[];
};

describe('a number larger than a limit', () => {
  it('is told from one that is not, whatever both are', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 0, max: 999_999_999 }),
        (limit, number) => {
          expect([limit, number, new RegExp(largerThan(limit)).test(String(number))]).toEqual([
            limit,
            number,
            number > limit,
          ]);
        },
      ),
      { numRuns: 2000 },
    ));

  it.each([9, 10, 99, 100, 1_048_576])('is told at the border of %d', (limit) => {
    const pattern = new RegExp(largerThan(limit));
    expect([limit - 1, limit, limit + 1].map((each) => pattern.test(String(each)))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('the firewall', () => {
  it('refuses bodies over the project’s own limit with 413, and counts what it replaces', () => {
    const size = rule('BodySize');
    expect(size.Action?.Block?.CustomResponse?.ResponseCode).toBe(413);
    const pattern = new RegExp(size.Statement.RegexMatchStatement!.RegexString);
    expect([pattern.test('1048576'), pattern.test('1048577')]).toEqual([false, true]);
    expect(size.Statement.RegexMatchStatement!.RegexString.length).toBeLessThanOrEqual(512);
    expect(
      rule('AWSManagedRulesCommonRuleSet').Statement.ManagedRuleGroupStatement!.RuleActionOverrides,
    ).toContainEqual({ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } });
  });

  it.each(['RatePerAddress', 'RatePerToken'])('answers %s with 429', (name) => {
    expect(rule(name).Action?.Block?.CustomResponse?.ResponseCode).toBe(429);
    expect(rule(name).Statement.RateBasedStatement).toBeDefined();
  });

  it('stands in front of the API, and writes down no token, key or query', () => {
    expect(gateway.all('AWS::WAFv2::WebACLAssociation')).toHaveLength(1);
    const redacted = JSON.stringify(
      gateway.all('AWS::WAFv2::LoggingConfiguration')[0]!.Properties['RedactedFields'],
    );
    for (const field of ['authorization', 'x-api-key', 'QueryString']) expect(redacted).toContain(field);
    expect(JSON.stringify(acl)).not.toContain('"SampledRequestsEnabled":true');
  });
});

describe('the console', () => {
  it('is read by CloudFront alone, with origin access control', () => {
    expect(gateway.all('AWS::CloudFront::OriginAccessControl')[0]!.Properties).toMatchObject({
      OriginAccessControlConfig: { SigningBehavior: 'always', OriginAccessControlOriginType: 's3' },
    });
    const policy = gateway.all('AWS::S3::BucketPolicy').map(
      ({ Properties }) =>
        Properties['PolicyDocument'] as {
          Statement: { Effect: string; Principal: unknown; Action: unknown }[];
        },
    );
    const allows = policy.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === 'Allow');
    expect(allows).toEqual([
      expect.objectContaining({ Principal: { Service: 'cloudfront.amazonaws.com' }, Action: 's3:GetObject' }),
    ]);
  });

  it('comes with headers that let nothing in: no inline script, no frame, no other origin but the issuer', () => {
    const headers = gateway.all('AWS::CloudFront::ResponseHeadersPolicy')[0]!.Properties[
      'ResponseHeadersPolicyConfig'
    ] as { SecurityHeadersConfig: Record<string, Record<string, unknown>> };
    const policy = String(headers.SecurityHeadersConfig['ContentSecurityPolicy']?.['ContentSecurityPolicy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toMatch(
      /connect-src 'self' https:\/\/cognito-idp\.us-east-1\.amazonaws\.com https:\/\/prompt-airlock-production-111122223333\.auth\.us-east-1\.amazoncognito\.com;/,
    );
    expect(headers.SecurityHeadersConfig).toMatchObject({
      FrameOptions: { FrameOption: 'DENY' },
      StrictTransportSecurity: { IncludeSubdomains: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
    });
  });

  it('speaks TLS 1.2 and newer, and passes calls of the API on without keeping an answer', () => {
    expect(distribution.ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021' });
    const disabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    expect(distribution.CacheBehaviors).toEqual([
      expect.objectContaining({
        PathPattern: '/v1/*',
        CachePolicyId: disabled,
        ViewerProtocolPolicy: 'https-only',
      }),
    ]);
  });

  it('signs people in by code, without a secret, for the scope that the API asks for', () => {
    const client = gateway
      .all('AWS::Cognito::UserPoolClient')
      .find(({ Properties }) => Properties['ClientName'] === 'prompt-airlock-production-console')!.Properties;
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', expect.stringContaining('/api')],
      CallbackURLs: ['https://airlock.example.org/signed-in'],
      AccessTokenValidity: 15,
    });
  });
});

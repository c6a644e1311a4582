// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { type FunctionName, functions, uses } from '../../lambdas/uses.ts';
import { stageOf } from './stages.ts';

const { record, gateway } = stageOf('production');
const endpoints = record.all('AWS::EC2::VPCEndpoint').map(({ Properties }) => Properties);
const serviceOf = (endpoint: Record<string, unknown>) =>
  String(endpoint['ServiceName']).replace('com.amazonaws.us-east-1.', '');
const statements = (endpoint: Record<string, unknown>) =>
  (
    endpoint['PolicyDocument'] as {
      Statement: { Action: string | string[]; Condition?: object; Resource: string | string[] }[];
    }
  ).Statement;

const actions = (Object.keys(functions) as FunctionName[])
  .flatMap((name) => functions[name].uses.flatMap((use) => [...uses[use].actions] as string[]))
  // Athena asks Glue, not the function.
  .filter((action) => !action.startsWith('glue:'));
/** The endpoint that an action goes to. */
const endpointOf = (action: string): string =>
  /^bedrock:(?:Invoke|ApplyGuardrail)/.test(action) ? 'bedrock-runtime' : action.split(':')[0]!;
/** What functions call, as the endpoint it goes to is named. */
const called = new Set(actions.map(endpointOf));

describe('the network', () => {
  it('has no way to the internet: no gateway, no NAT, no route, no public address', () => {
    for (const type of [
      'AWS::EC2::InternetGateway',
      'AWS::EC2::NatGateway',
      'AWS::EC2::EIP',
      'AWS::EC2::Route',
      'AWS::EC2::EgressOnlyInternetGateway',
    ])
      expect([type, record.all(type).length + gateway.all(type).length]).toEqual([type, 0]);
    for (const { Properties } of record.all('AWS::EC2::Subnet'))
      expect(Properties).toMatchObject({ MapPublicIpOnLaunch: false });
  });

  it('has an endpoint for each service that functions call, and for no other', () =>
    expect(endpoints.map(serviceOf).sort()).toEqual([...called, 'sts', 'xray'].sort()));

  it('lets through each endpoint what functions do there, and principals of this account', () => {
    for (const endpoint of endpoints)
      for (const { Action, Condition, Resource } of statements(endpoint)) {
        expect([serviceOf(endpoint), [Action].flat().includes('*')]).toEqual([serviceOf(endpoint), false]);
        // CloudFormation signs the addresses that custom resources answer to.
        if (
          [Resource].flat().every((each) => each.includes('cloudformation-custom-resource-response-useast1'))
        )
          continue;
        expect([serviceOf(endpoint), Condition]).toEqual([
          serviceOf(endpoint),
          { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
        ]);
      }
  });

  it('lets through everything that any function does', () => {
    for (const action of actions) {
      const policies = endpoints.filter((endpoint) => serviceOf(endpoint) === endpointOf(action));
      const passed = policies.flatMap(statements).flatMap(({ Action }) => [Action].flat());
      expect([action, passed.includes(action)]).toEqual([action, true]);
    }
  });

  it('reaches the buckets of the airlock and no others', () => {
    const s3 = endpoints.find((endpoint) => serviceOf(endpoint) === 's3')!;
    for (const resource of statements(s3).flatMap(({ Resource }) => [Resource].flat()))
      expect(resource).toMatch(
        /^arn:aws:s3:::(?:prompt-airlock-production-|cloudformation-custom-resource-response-)/,
      );
  });

  it('opens no port to anybody but functions to endpoints, over HTTPS', () => {
    const groups = record.all('AWS::EC2::SecurityGroup').map(({ Properties }) => Properties);
    expect(JSON.stringify(groups)).not.toContain('0.0.0.0/0');
    const rules = [
      ...record.all('AWS::EC2::SecurityGroupIngress'),
      ...record.all('AWS::EC2::SecurityGroupEgress'),
    ].map(({ Properties }) => Properties);
    expect(rules.length).toBeGreaterThan(1);
    for (const rule of rules) {
      expect(rule).toMatchObject({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 });
      expect(rule['CidrIp']).toBeUndefined();
    }
  });

  it('is not there in a trial that goes without', () =>
    expect(stageOf('trial').record.all('AWS::EC2::VPC')).toEqual([]));
});

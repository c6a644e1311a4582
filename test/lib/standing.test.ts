// SPDX-License-Identifier: Apache-2.0
import { expect, it, jest } from '@jest/globals';
import { standings } from '../../bench/cost/standing.ts';
import { type StageName, stageOf } from './stages.ts';

jest.setTimeout(180_000);

it.each(standings.map((standing) => [standing.name, standing] as const))(
  'what %s is said to cost before the first request is what its templates have',
  (name, standing) => {
    const { record, gateway } = stageOf(name as StageName);
    const count = (type: string) => record.all(type).length + gateway.all(type).length;
    const interfaces = record
      .all('AWS::EC2::VPCEndpoint')
      .filter((each) => each.Properties['VpcEndpointType'] === 'Interface');
    const rules = gateway
      .all('AWS::WAFv2::WebACL')
      .flatMap((each) => each.Properties['Rules'] as readonly unknown[]);
    expect({
      name,
      endpoints: interfaces.length,
      zones: count('AWS::EC2::Subnet'),
      keys: count('AWS::KMS::Key'),
      wafRules: rules.length,
      alarms: count('AWS::CloudWatch::Alarm'),
    }).toEqual(standing);
  },
);

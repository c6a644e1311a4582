// SPDX-License-Identifier: Apache-2.0
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type FunctionName, functions } from '../../lambdas/uses.ts';
import { functionLogName, named } from '../names.ts';
import type { Settings } from '../settings.ts';

/** Names as services want them: only under `/aws/vendedlogs/` may a workflow's log stay clear of a policy limit. */
const others = {
  workflow: (stage: string) => `/aws/vendedlogs/states/${named(stage, 'workflow')}`,
  api: (stage: string) => `/aws/apigateway/${named(stage, 'api')}`,
  firewall: (stage: string) => `aws-waf-logs-${named(stage, 'api')}`,
  network: (stage: string) => `/aws/vpc/${named(stage, 'flows')}`,
  trail: (stage: string) => `/aws/cloudtrail/${named(stage, 'data')}`,
  events: (stage: string) => `/aws/events/${named(stage, 'cases')}`,
  console: (stage: string) => `/aws/lambda/${named(stage, 'console-files')}`,
} as const;

const keptFor = {
  30: RetentionDays.ONE_MONTH,
  90: RetentionDays.THREE_MONTHS,
  365: RetentionDays.ONE_YEAR,
  731: RetentionDays.TWO_YEARS,
  2557: RetentionDays.SEVEN_YEARS,
} as const;

/** Every log, made ahead of what writes to it: encrypted with a customer key, kept for the set time, kept when the stack goes. */
export class LogGroups extends Construct {
  readonly functions: Readonly<Record<FunctionName, LogGroup>>;
  readonly others: Readonly<Record<keyof typeof others, LogGroup>>;

  constructor(scope: Construct, id: string, { settings, key }: { settings: Settings; key: Key }) {
    super(scope, id);
    const { stage, logDays } = settings;
    const { region, account } = Stack.of(this);
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Logs',
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` },
        },
      }),
    );
    const make = (name: string, logGroupName: string) =>
      new LogGroup(this, name, {
        logGroupName,
        retention: keptFor[logDays],
        encryptionKey: key,
        removalPolicy: RemovalPolicy.RETAIN,
      });
    const all = <Name extends string>(names: readonly Name[], nameOf: (name: Name) => string) =>
      Object.fromEntries(names.map((name) => [name, make(name, nameOf(name))])) as Record<Name, LogGroup>;
    this.functions = all(Object.keys(functions) as FunctionName[], (name) => functionLogName(stage, name));
    this.others = all(Object.keys(others) as (keyof typeof others)[], (name) => others[name](stage));
  }
}

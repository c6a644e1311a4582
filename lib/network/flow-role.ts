// SPDX-License-Identifier: Apache-2.0
import { Stack } from 'aws-cdk-lib';
import { type IRole, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { explainWildcards } from '../wildcards.ts';

/** Lets the VPC write down who spoke to whom, into one log and nowhere else. */
export class FlowRole extends Construct {
  readonly role: IRole;

  constructor(scope: Construct, id: string, { logs }: { logs: ILogGroup }) {
    super(scope, id);
    const { account } = Stack.of(this);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    const policy = new ManagedPolicy(this, 'Policy', {
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          resources: [`${logs.logGroupArn}:*`],
        }),
      ],
    });
    explainWildcards(policy);
    this.role = role.withoutPolicyUpdates();
  }
}

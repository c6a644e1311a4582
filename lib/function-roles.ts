// SPDX-License-Identifier: Apache-2.0
import { Stack } from 'aws-cdk-lib';
import {
  ArnPrincipal,
  Effect,
  type IRole,
  ManagedPolicy,
  PolicyStatement,
  Role,
  ServicePrincipal,
  SessionTagsPrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { FunctionName } from '../lambdas/uses.ts';
import { grantsOf } from './grants.ts';
import { functionArnOf, functionLogName, roleName, tenantRoleArnOf, tenantRoleName } from './names.ts';
import type { Resources } from './resources.ts';
import type { Settings } from './settings.ts';
import { explainWildcards } from './wildcards.ts';

export type FunctionRolesProps = Readonly<{
  name: FunctionName;
  settings: Settings;
  resources: Resources;
  /** ARN of the queue that Lambda puts events into that it could not handle. */
  deadLetters?: string;
}>;

/** What Lambda does in a function's name to put it into the VPC; Lambda documents that the code itself needs none of it. */
const interfaces = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/** Characters of statements in one policy: some are counted more than once here that CDK puts together later. */
const enough = 5000;

/** Statements in as many lists as policies are needed for them. */
function portions(stack: Stack, statements: readonly PolicyStatement[]): PolicyStatement[][] {
  const lists: PolicyStatement[][] = [[]];
  let length = 0;
  for (const statement of statements) {
    const more = JSON.stringify(stack.resolve(statement.toStatementJson())).length;
    if (length > 0 && length + more > enough) {
      lists.push([]);
      length = 0;
    }
    lists.at(-1)?.push(statement);
    length += more;
  }
  return lists;
}

/**
 * The role of a function and, where it touches what is a tenant's, a second one that only this function takes on, one
 * tenant at a time: the tenant is a tag of the session, and everything of the second role is bound to that tag.
 */
export class FunctionRoles extends Construct {
  readonly role: Role;
  readonly tenantRole: Role | undefined;

  constructor(scope: Construct, id: string, props: FunctionRolesProps) {
    super(scope, id);
    const { name, settings, resources } = props;
    const { stage } = settings;
    const { own, tenant } = grantsOf(name, resources);
    const tenantRoleArn = tenantRoleArnOf(this, stage, name);
    this.role = new Role(this, 'Role', {
      roleName: roleName(stage, name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: `What the function ${name} does by itself`,
    });
    this.attach('Policy', this.role, roleName(stage, name), [
      ...this.basics(props),
      ...own,
      ...(tenant.length === 0
        ? []
        : [
            new PolicyStatement({
              actions: ['sts:AssumeRole', 'sts:TagSession'],
              resources: [tenantRoleArn],
            }),
          ]),
    ]);
    if (tenant.length === 0) return;
    const trusted = new SessionTagsPrincipal(
      new ArnPrincipal(this.role.roleArn).withConditions({
        StringEquals: { 'aws:RequestTag/tenant': settings.tenants.map((each) => each.id) },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant'] },
      }),
    );
    this.tenantRole = new Role(this, 'TenantRole', {
      roleName: tenantRoleName(stage, name),
      assumedBy: trusted,
      description: `What the function ${name} does for one tenant, the one its session is tagged with`,
    });
    this.attach('TenantPolicy', this.tenantRole, tenantRoleName(stage, name), tenant);
  }

  /**
   * As policies beside the role, which an auditor can list, instead of inside it. IAM takes 6,144 characters of one and
   * ten on a role: what is longer goes on in another.
   */
  private attach(id: string, role: IRole, name: string, statements: PolicyStatement[]): void {
    portions(Stack.of(this), statements).forEach((portion, index) => {
      const suffix = index === 0 ? '' : `-${index + 1}`;
      explainWildcards(
        new ManagedPolicy(this, `${id}${suffix}`, {
          managedPolicyName: `${name}${suffix}`,
          statements: portion,
          roles: [role],
        }),
      );
    });
  }

  private basics({ name, settings, resources, deadLetters }: FunctionRolesProps): PolicyStatement[] {
    const statements = [
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [
          `arn:aws:logs:${resources.region}:${resources.account}:log-group:${functionLogName(settings.stage, name)}:*`,
        ],
      }),
      new PolicyStatement({
        actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
        resources: ['*'],
      }),
      ...(deadLetters === undefined
        ? []
        : [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters] })]),
    ];
    if (settings.network.vpc === 'off') return statements;
    return [
      ...statements,
      new PolicyStatement({ actions: interfaces, resources: ['*'] }),
      new PolicyStatement({
        sid: 'NotByTheCodeItself',
        effect: Effect.DENY,
        actions: interfaces,
        resources: ['*'],
        conditions: {
          ArnEquals: { 'lambda:SourceFunctionArn': functionArnOf(this, settings.stage, name) },
        },
      }),
    ];
  }
}

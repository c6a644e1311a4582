// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import {
  type CfnStateMachine,
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type FunctionName, functions } from '../../lambdas/uses.ts';
import type { AirlockFunction } from '../airlock-function.ts';
import { named } from '../names.ts';
import { explainWildcards } from '../wildcards.ts';

const definition = readFileSync(new URL('../../statemachines/airlock.asl.json', import.meta.url), 'utf8');

/** The functions the workflow file names, once each, in the order they appear. */
export const functionsNamed = (text: string): string[] => [
  ...new Set([...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? '')),
];

/** The states of the workflow that are functions, by the name in the file. */
const states = (Object.keys(functions) as FunctionName[]).flatMap((name) => {
  const made = functions[name];
  return 'state' in made ? [[made.state, name] as const] : [];
});

export type WorkflowProps = Readonly<{
  stage: string;
  key: IKey;
  logs: ILogGroup;
  functions: Readonly<Partial<Record<FunctionName, AirlockFunction>>>;
}>;

/**
 * The state machine, from the same file that the laptop runs and an auditor reads. The file goes in as a string: as an
 * asset it would not show in the template. One map gives substitutions and grants, so that no function can be called
 * without being granted, nor granted without being called. Executions name published versions, of today or of the day
 * they began.
 */
export class AirlockWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { stage, key, logs, functions: made }: WorkflowProps) {
    super(scope, id);
    const called = states.map(([state, name]) => {
      const fn = made[name];
      if (fn?.version === undefined)
        throw new Error(`The workflow names ${state}, and there is no version of ${name}.`);
      return [state, { arn: fn.fn.functionArn, version: fn.version }] as const;
    });
    const role = this.roleFor(
      stage,
      called.map(([, fn]) => fn),
      key,
    );
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: named(stage, 'workflow'),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: Object.fromEntries(
        called.map(([state, { version }]) => [state, version.functionArn]),
      ),
      role: role.withoutPolicyUpdates(),
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(key),
      tracingEnabled: true,
      // State names and errors only: execution data stays out of the log.
      logs: { level: LogLevel.ALL, includeExecutionData: false, destination: logs },
    });
    this.stateMachine.node.addDependency(role);
    // cfn-lint 1.51 knows numbers only; in JSONata TimeoutSeconds may be an expression, and a review's is its policy's.
    (this.stateMachine.node.defaultChild as CfnStateMachine).addMetadata('cfn-lint', {
      config: { ignore_checks: ['E3601'] },
    });
  }

  /** Without `kms:ViaService` on the key, which would break executions (Step Functions, encryption at rest). */
  private roleFor(stage: string, called: readonly { arn: string }[], key: IKey): Role {
    const { account, region } = Stack.of(this);
    const role = new Role(this, 'Role', {
      roleName: named(stage, 'workflow'),
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    const policy = new ManagedPolicy(this, 'Policy', {
      managedPolicyName: named(stage, 'workflow'),
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['lambda:InvokeFunction'],
          resources: called.map(({ arn }) => `${arn}:*`),
        }),
        new PolicyStatement({
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [key.keyArn],
          conditions: {
            StringEquals: {
              'kms:EncryptionContext:aws:states:stateMachineArn': `arn:aws:states:${region}:${account}:stateMachine:${named(stage, 'workflow')}`,
            },
          },
        }),
        new PolicyStatement({
          actions: [
            'logs:CreateLogDelivery',
            'logs:GetLogDelivery',
            'logs:UpdateLogDelivery',
            'logs:DeleteLogDelivery',
            'logs:ListLogDeliveries',
            'logs:PutResourcePolicy',
            'logs:DescribeResourcePolicies',
            'logs:DescribeLogGroups',
            'xray:PutTraceSegments',
            'xray:PutTelemetryRecords',
            'xray:GetSamplingRules',
            'xray:GetSamplingTargets',
          ],
          resources: ['*'],
        }),
      ],
    });
    explainWildcards(policy);
    return role;
  }
}

// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

const definition = readFileSync(new URL('../statemachines/airlock.asl.json', import.meta.url), 'utf8');

/** The functions the workflow file names, once each, in the order they appear. */
export const functionsNamed = (text: string): string[] => [
  ...new Set([...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? '')),
];

/** `ArchiveTranscript` → `archive-transcript`, as the step's file is called. */
export const fileName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter, at) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);

/**
 * The state machine, from the same file that the laptop runs and an auditor reads. The file goes in as a
 * string: as an asset it would not show in the template. One map gives the substitutions and the grants, so
 * that no function can be called without being granted, nor granted without being called.
 */
export class AirlockWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { key, functionPrefix }: { key: IKey; functionPrefix: string }) {
    super(scope, id);
    const arnOf = (name: string) =>
      Stack.of(this).formatArn({
        service: 'lambda',
        resource: 'function',
        resourceName: `${functionPrefix}-${fileName(name)}`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    const arns = Object.fromEntries(functionsNamed(definition).map((name) => [name, arnOf(name)]));
    key.grantEncryptDecrypt(new ServicePrincipal(`logs.${Stack.of(this).region}.amazonaws.com`));
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: 'prompt-airlock',
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: arns,
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(key),
      tracingEnabled: true,
      logs: {
        // State names and errors only: execution data stays out of the log.
        level: LogLevel.ALL,
        includeExecutionData: false,
        destination: new LogGroup(this, 'Log', {
          logGroupName: '/aws/vendedlogs/states/prompt-airlock',
          retention: RetentionDays.ONE_YEAR,
          encryptionKey: key,
          removalPolicy: RemovalPolicy.RETAIN,
        }),
      },
    });
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: Object.values(arns) }),
    );
  }
}

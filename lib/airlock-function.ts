// SPDX-License-Identifier: Apache-2.0
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import {
  Architecture,
  Code,
  type ICodeSigningConfig,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
  type Version,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionName, functions } from '../lambdas/uses.ts';
import { acknowledgeInPacks } from './acknowledge.ts';
import { bundles } from './bundles.ts';
import { dependencyLayer } from './dependency-layer.ts';
import { environmentOf } from './environment-values.ts';
import { FunctionRoles } from './function-roles.ts';
import { functionLogName, named } from './names.ts';
import type { Resources } from './resources.ts';
import type { Settings } from './settings.ts';

/** Where functions run; nothing where there is no VPC. */
export type Place = Readonly<{ vpc?: IVpc; vpcSubnets?: SubnetSelection; securityGroups?: ISecurityGroup[] }>;

export type AirlockFunctionProps = Readonly<{
  settings: Settings;
  resources: Resources;
  place: Place;
  signing?: ICodeSigningConfig;
  /** Where events go that could not be handled, of those that come asynchronously. They carry ids only. */
  deadLetters?: IQueue;
}>;

/**
 * One function on Node.js 24, arm64. The workflow calls published versions, which stay: a case that has been held for a
 * day ends on the code it began with.
 */
export class AirlockFunction extends Construct {
  readonly fn: LambdaFunction;
  /** The published version, of what is a state of the workflow. */
  readonly version: Version | undefined;
  readonly roles: FunctionRoles;

  constructor(scope: Construct, name: FunctionName, props: AirlockFunctionProps) {
    super(scope, name);
    const { settings, resources, place, signing, deadLetters } = props;
    const { seconds, memory } = functions[name];
    this.roles = new FunctionRoles(this, 'Roles', {
      name,
      settings,
      resources,
      ...(deadLetters === undefined ? {} : { deadLetters: deadLetters.queueArn }),
    });
    this.fn = new LambdaFunction(this, 'Function', {
      functionName: named(settings.stage, name),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundles().of[name].folder),
      layers: [dependencyLayer(this)],
      handler: 'index.handler',
      role: this.roles.role.withoutPolicyUpdates(),
      timeout: Duration.seconds(seconds),
      memorySize: memory,
      environment: environmentOf(this, name, { settings, resources }),
      logGroup: LogGroup.fromLogGroupName(this, 'Log', functionLogName(settings.stage, name)),
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
      ...place,
      ...(settings.functions.reserved > 0
        ? { reservedConcurrentExecutions: settings.functions.reserved }
        : {}),
      ...(signing === undefined ? {} : { codeSigningConfig: signing }),
      ...(deadLetters === undefined ? {} : { deadLetterQueue: deadLetters }),
    });
    this.explain(name, props);
    // A function that starts before its role may do anything fails its first calls.
    this.fn.node.addDependency(this.roles);
    this.version = 'state' in functions[name] ? this.fn.currentVersion : undefined;
  }

  /** What the rules find about a function that is as it has to be. */
  private explain(name: FunctionName, { settings, deadLetters }: AirlockFunctionProps): void {
    if (deadLetters === undefined)
      acknowledgeInPacks(
        this.fn,
        'LambdaDLQ',
        `${name} is called synchronously: its caller gets the failure and tries again or says so, and there is no event to keep.`,
        { pci: false },
      );
    if (settings.functions.reserved === 0)
      acknowledgeInPacks(
        this.fn,
        'LambdaConcurrency',
        'A trial account has few concurrent executions, which reserving for each function would use up: throttles of API and intake bound it.',
        { pci: false },
      );
    if (settings.network.vpc === 'off')
      acknowledgeInPacks(
        this.fn,
        'LambdaInsideVPC',
        'The setting network.vpc is off, which only trials may say: no real identities are meant to pass through one.',
      );
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Stack } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  ApiDefinition,
  type CfnRestApi,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IInterfaceVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type FunctionName, functions } from '../../lambdas/uses.ts';
import type { AirlockFunction } from '../airlock-function.ts';
import { acknowledge, acknowledgeInPacks } from '../acknowledge.ts';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';
import { apiDocument } from './api-document.ts';
import { apiProjection, type Integration } from './api-projection.ts';

export type ApiProps = Readonly<{
  settings: Settings;
  functions: Readonly<Partial<Record<FunctionName, AirlockFunction>>>;
  userPoolArn: string;
  scope: string;
  logs: ILogGroup;
  /** Where a private API is reached. */
  endpoint?: IInterfaceVpcEndpoint;
}>;

/** Operations whose functions send an answer as it comes: one that takes as long as a case, one that is a long file. */
export const streaming: readonly string[] = ['chatCompletions', 'exportQuery'];
/** Operations by which requests come in. */
export const keyedOperations: readonly string[] = ['createRequest', 'chatCompletions'];

/** Who called what and how it ended: no path with an id in it, no query, no body, no token, no address of a person. */
const accessLog = {
  requestId: AccessLogField.contextRequestId(),
  at: AccessLogField.contextRequestTimeEpoch(),
  method: AccessLogField.contextHttpMethod(),
  resource: AccessLogField.contextResourcePath(),
  status: AccessLogField.contextStatus(),
  refusal: AccessLogField.contextErrorResponseType(),
  milliseconds: AccessLogField.contextResponseLatency(),
  bytes: AccessLogField.contextResponseLength(),
  firewall: '$context.waf.status',
  tls: '$context.tlsVersion',
  client: '$context.authorizer.claims.client_id',
  keyId: '$context.identity.apiKeyId',
};

const operations = Object.fromEntries(
  (Object.keys(functions) as FunctionName[]).flatMap((name) => {
    const made = functions[name];
    return 'operation' in made ? [[made.operation, name] as const] : [];
  }),
);

/** The REST API, from the document that the operations themselves make. */
export class Api extends Construct {
  readonly rest: SpecRestApi;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { settings, logs, endpoint } = props;
    const { stage } = settings;
    const isPrivate = settings.api.kind === 'private';
    const role = this.invokeRole(props);
    const document = apiProjection(apiDocument(), {
      integrationOf: (operationId) => this.integrationOf(operationId, props),
      roleArn: role.roleArn,
      userPoolArn: props.userPoolArn,
      scope: props.scope,
      keyed: settings.api.tenantKeys ? keyedOperations : [],
      ...(endpoint === undefined ? {} : { policy: onlyThrough(endpoint.vpcEndpointId) }),
    });
    this.rest = new SpecRestApi(this, 'Rest', {
      restApiName: named(stage, 'api'),
      apiDefinition: ApiDefinition.fromInline(document),
      failOnWarnings: true,
      endpointTypes: [isPrivate ? EndpointType.PRIVATE : EndpointType.REGIONAL],
      cloudWatchRole: false,
      deployOptions: {
        stageName: 'live',
        tracingEnabled: true,
        metricsEnabled: true,
        // Errors only, and never the data trace: it writes bodies into the log.
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        throttlingRateLimit: settings.api.perSecond,
        throttlingBurstLimit: settings.api.burst,
        accessLogDestination: new LogGroupLogDestination(logs),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    const cfn = this.rest.node.defaultChild as CfnRestApi;
    if (endpoint !== undefined)
      cfn.endpointConfiguration = { types: ['PRIVATE'], vpcEndpointIds: [endpoint.vpcEndpointId] };
    cfn.securityPolicy = 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09';
    cfn.endpointAccessMode = 'STRICT';
    this.rest.node.addDependency(role);
    acknowledgeInPacks(
      this.rest.deploymentStage,
      'APIGWCacheEnabledAndEncrypted',
      'Answers are somebody’s own and are never cached: a cache would be one more place where text is kept.',
    );
    acknowledgeInPacks(
      this.rest.deploymentStage,
      'APIGWSSLEnabled',
      'Behind it are functions only, which API Gateway calls with signed requests over TLS: no backend could check a client certificate.',
    );
    acknowledge(
      this.rest,
      'AwsSolutions-APIG2',
      'Every operation of the imported document names the validator “all”, of bodies and parameters: the rule looks for one beside the document.',
    );
  }

  /** @throws Error when an operation is served by no function */
  private integrationOf(operationId: string, { functions: made }: ApiProps): Integration {
    const name = operations[operationId];
    const fn = name === undefined ? undefined : made[name];
    if (name === undefined || fn === undefined)
      throw new Error(`The API has ${operationId}, and lambdas/uses.ts has no function for it.`);
    const { partition, region } = Stack.of(this);
    const streams = streaming.includes(operationId);
    const [date, action] = streams
      ? ['2021-11-15', 'response-streaming-invocations']
      : ['2015-03-31', 'invocations'];
    return {
      uri: `arn:${partition}:apigateway:${region}:lambda:path/${date}/functions/${fn.fn.functionArn}/${action}`,
      streams,
      seconds: functions[name].seconds,
    };
  }

  /** One role that may call the functions of operations, instead of a permission on each. */
  private invokeRole({ settings, functions: made }: ApiProps): Role {
    const role = new Role(this, 'Role', {
      roleName: named(settings.stage, 'api'),
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    const called = Object.values(operations).flatMap((name) => made[name]?.fn.functionArn ?? []);
    new ManagedPolicy(this, 'Policy', {
      managedPolicyName: named(settings.stage, 'api'),
      roles: [role],
      statements: [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: called })],
    });
    return role;
  }
}

/** A private API lets nobody in but through its own endpoint. */
const onlyThrough = (endpointId: string) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': endpointId } },
    },
  ],
});

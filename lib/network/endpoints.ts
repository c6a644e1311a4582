// SPDX-License-Identifier: Apache-2.0
import { Stack } from 'aws-cdk-lib';
import {
  GatewayVpcEndpointAwsService,
  type ISecurityGroup,
  type InterfaceVpcEndpoint,
  InterfaceVpcEndpointAwsService,
  Peer,
  Port,
  type SecurityGroup,
  type Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type FunctionName, functions, type Use, uses } from '../../lambdas/uses.ts';
import { prefixLists } from '../regions.ts';
import type { Settings } from '../settings.ts';

const services = {
  states: InterfaceVpcEndpointAwsService.STEP_FUNCTIONS,
  kms: InterfaceVpcEndpointAwsService.KMS,
  sts: InterfaceVpcEndpointAwsService.STS,
  events: InterfaceVpcEndpointAwsService.EVENTBRIDGE,
  bedrock: InterfaceVpcEndpointAwsService.BEDROCK,
  'bedrock-runtime': InterfaceVpcEndpointAwsService.BEDROCK_RUNTIME,
  comprehendmedical: InterfaceVpcEndpointAwsService.COMPREHEND_MEDICAL,
  athena: InterfaceVpcEndpointAwsService.ATHENA,
  macie2: InterfaceVpcEndpointAwsService.MACIE,
  servicequotas: new InterfaceVpcEndpointAwsService('servicequotas'),
  xray: InterfaceVpcEndpointAwsService.XRAY,
} as const;
type Service = keyof typeof services;

const runtime = [
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock:ApplyGuardrail',
  'bedrock:InvokeGuardrailChecks',
];

/** Everything that any function does. */
const allActions = (): string[] => {
  const names = Object.keys(functions) as FunctionName[];
  const used = new Set<Use>(names.flatMap((name) => [...functions[name].uses]));
  return [...new Set([...used].flatMap((use) => [...uses[use].actions] as string[]))].sort();
};

/** What functions do through the gateway of a service. */
const throughGateway = (service: 's3' | 'dynamodb'): string[] =>
  allActions().filter((action) => action.startsWith(`${service}:`));

/**
 * The interface endpoint that a request of an action goes to; undefined where it goes through a gateway, or where
 * another service makes it in the function's name: Athena asks Glue.
 */
function serviceOf(action: string): Service | undefined {
  if (runtime.includes(action)) return 'bedrock-runtime';
  const [prefix = ''] = action.split(':');
  return ['s3', 'dynamodb', 'glue'].includes(prefix) ? undefined : (prefix as Service);
}

/** What functions call, by service: an endpoint for each and for nothing else. */
export function actionsByService(settings: Pick<Settings, 'detection' | 'macie'>): Map<Service, Set<string>> {
  const called = new Map<Service, Set<string>>([
    ['sts', new Set(['sts:AssumeRole', 'sts:TagSession'])],
    ['xray', new Set(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'])],
  ]);
  for (const action of allActions()) {
    const service = serviceOf(action);
    if (service === undefined) continue;
    if (service === 'comprehendmedical' && !settings.detection.medical) continue;
    if (service === 'macie2' && settings.macie.session === 'off') continue;
    called.set(service, (called.get(service) ?? new Set()).add(action));
  }
  return called;
}

export type EndpointsProps = Readonly<{
  vpc: Vpc;
  settings: Settings;
  securityGroup: ISecurityGroup;
  functions: SecurityGroup;
  /** Names of the buckets that may be reached. */
  buckets: readonly string[];
}>;

/** The only ways out of the VPC. Each lets through what functions call there, of principals of this account alone. */
export class Endpoints extends Construct {
  readonly api: InterfaceVpcEndpoint | undefined;

  constructor(scope: Construct, id: string, props: EndpointsProps) {
    super(scope, id);
    const { vpc, settings, securityGroup } = props;
    const { account, region } = Stack.of(this);
    const ours = { StringEquals: { 'aws:PrincipalAccount': account } };
    const allow = (actions: string[], resources: string[]) =>
      new PolicyStatement({ principals: [new AnyPrincipal()], actions, resources, conditions: ours });

    for (const [service, actions] of actionsByService(settings)) {
      const endpoint = vpc.addInterfaceEndpoint(service, {
        service: services[service],
        securityGroups: [securityGroup],
        open: false,
        privateDnsEnabled: true,
      });
      endpoint.addToPolicy(allow([...actions].sort(), ['*']));
    }
    const s3 = vpc.addGatewayEndpoint('s3', { service: GatewayVpcEndpointAwsService.S3 });
    s3.addToPolicy(
      allow(
        throughGateway('s3'),
        props.buckets.flatMap((name) => [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`]),
      ),
    );
    // Where CloudFormation waits for the answers of custom resources, by addresses that it has signed itself.
    s3.addToPolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [`arn:aws:s3:::cloudformation-custom-resource-response-${region.replaceAll('-', '')}/*`],
      }),
    );
    const dynamodb = vpc.addGatewayEndpoint('dynamodb', { service: GatewayVpcEndpointAwsService.DYNAMODB });
    dynamodb.addToPolicy(
      allow(throughGateway('dynamodb'), [
        `arn:aws:dynamodb:${region}:${account}:table/prompt-airlock-${settings.stage}-*`,
      ]),
    );
    const lists = settings.network.prefixLists ?? prefixLists[settings.region];
    for (const [name, list] of Object.entries(lists ?? {}))
      props.functions.addEgressRule(Peer.prefixList(list), Port.HTTPS, `To ${name}`);
    if (settings.api.kind === 'private')
      this.api = vpc.addInterfaceEndpoint('execute-api', {
        service: InterfaceVpcEndpointAwsService.APIGATEWAY,
        securityGroups: [securityGroup],
        open: false,
        privateDnsEnabled: true,
      });
  }
}

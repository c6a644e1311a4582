// SPDX-License-Identifier: Apache-2.0
import {
  FlowLogDestination,
  FlowLogTrafficType,
  IpAddresses,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Place } from '../airlock-function.ts';
import { asVpc } from '../interfaces.ts';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';
import { Endpoints } from './endpoints.ts';
import { FlowRole } from './flow-role.ts';

export type NetworkProps = Readonly<{
  settings: Settings;
  flowLogs: ILogGroup;
  /** Names of the buckets that functions may reach. */
  buckets: readonly string[];
}>;

/**
 * Private subnets and nothing else: no internet gateway, no NAT, no route out. Functions reach AWS through endpoints, may
 * open connections to those only, and nobody opens one to them.
 */
export class Network extends Construct {
  readonly place: Place;
  readonly endpoints: Endpoints;
  readonly vpc: Vpc;

  constructor(scope: Construct, id: string, { settings, flowLogs, buckets }: NetworkProps) {
    super(scope, id);
    const { role } = new FlowRole(this, 'FlowRole', { logs: flowLogs });
    const vpc = new Vpc(this, 'Vpc', {
      vpcName: named(settings.stage, 'vpc'),
      ipAddresses: IpAddresses.cidr(settings.network.cidr),
      maxAzs: settings.network.zones,
      natGateways: 0,
      createInternetGateway: false,
      subnetConfiguration: [{ name: 'functions', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
      restrictDefaultSecurityGroup: true,
      flowLogs: {
        All: {
          destination: FlowLogDestination.toCloudWatchLogs(flowLogs, role),
          trafficType: FlowLogTrafficType.ALL,
        },
      },
    });
    this.vpc = vpc;
    const functions = new SecurityGroup(this, 'Functions', {
      vpc: asVpc(vpc),
      description: 'Functions: out to endpoints over HTTPS, nothing in',
      allowAllOutbound: false,
    });
    const endpoints = new SecurityGroup(this, 'Endpoints', {
      vpc: asVpc(vpc),
      description: 'Interface endpoints: in from functions over HTTPS, nothing out',
      allowAllOutbound: false,
    });
    endpoints.addIngressRule(functions, Port.HTTPS, 'From functions');
    functions.addEgressRule(endpoints, Port.HTTPS, 'To interface endpoints');
    this.endpoints = new Endpoints(this, 'ServiceEndpoints', {
      vpc,
      settings,
      securityGroup: endpoints,
      functions,
      buckets,
    });
    this.place = {
      vpc: asVpc(vpc),
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [functions],
    };
  }
}

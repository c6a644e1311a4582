// SPDX-License-Identifier: Apache-2.0
import { type CfnResource, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeInPacks } from '../acknowledge.ts';
import { builtConsole } from './console.ts';

export type ConsoleFilesProps = Readonly<{
  bucket: IBucket;
  distribution: IDistribution;
  logs: ILogGroup;
  config: Readonly<Record<string, string>>;
}>;

/** Puts the built console there, and beside it what it has to know of this deployment. */
export class ConsoleFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, distribution, logs, config }: ConsoleFilesProps) {
    super(scope, id);
    const deployment = new BucketDeployment(this, 'Deployment', {
      sources: [Source.asset(builtConsole()), Source.jsonData('console-config.json', config)],
      destinationBucket: bucket,
      distribution,
      distributionPaths: ['/index.html', '/console-config.json'],
      cacheControl: [CacheControl.fromString('no-cache')],
      logGroup: logs,
      memoryLimit: 256,
    });
    explain(deployment, bucket);
  }
}

/** AWS CDK's own function that copies the files: it runs while a deployment does, and reaches public files only. */
function explain(deployment: BucketDeployment, bucket: IBucket): void {
  const stack = Stack.of(deployment);
  const copier = stack.node.children.find((each) => each.node.id.startsWith('Custom::CDKBucketDeployment'));
  if (copier === undefined) return;
  const why = 'AWS CDK’s function that copies the console’s files, public ones, while a deployment runs';
  acknowledge(copier, 'AwsSolutions-L1', `${why}: its runtime comes with the version of CDK that is pinned.`);
  acknowledge(
    copier,
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    `${why}: of AWS’s policies it has the one for its own log.`,
  );
  const files = stack.getLogicalId(bucket.node.defaultChild as CfnResource);
  const assets = `cdk-hnb659fds-assets-${stack.account.startsWith('$') ? '<AWS::AccountId>' : stack.account}-${stack.region}`;
  const wildcards: Record<string, string> = {
    'Action::s3:GetObject*': 'reads the files that were uploaded for it',
    'Action::s3:GetBucket*': 'reads the files that were uploaded for it',
    'Action::s3:List*': 'compares what is there with what is new',
    'Action::s3:DeleteObject*': 'takes out files that the console no longer has',
    'Action::s3:Abort*': 'gives up an upload that failed',
    [`Resource::arn:aws:s3:::${assets}/*`]:
      'reads the files that were uploaded for it, named by their hashes',
    [`Resource::<${files}.Arn>/*`]: 'writes the console’s files, and no other bucket',
    'Resource::*': 'tells CloudFront which files are new, which names no resource',
  };
  for (const [finding, does] of Object.entries(wildcards))
    acknowledge(copier, `AwsSolutions-IAM5[${finding}]`, `${why}: it ${does}.`);
  acknowledgeInPacks(copier, 'IAMNoInlinePolicy', `${why}: its policy is written by CDK into its role.`);
  acknowledgeInPacks(copier, 'LambdaInsideVPC', `${why}: it touches nothing that the VPC is there for.`);
  const bounded = `${why}: CloudFormation calls it once at a time and waits for its answer.`;
  acknowledgeInPacks(copier, 'LambdaConcurrency', bounded, { pci: false });
  acknowledgeInPacks(copier, 'LambdaDLQ', bounded, { pci: false });
}

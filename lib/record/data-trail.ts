// SPDX-License-Identifier: Apache-2.0
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { Duration } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bucketName, named } from '../names.ts';
import { explainWildcards } from '../wildcards.ts';
import type { Settings } from '../settings.ts';
import { PrivateBucket } from './private-bucket.ts';

export type DataTrailProps = Readonly<{
  settings: Settings;
  account: string;
  key: Key;
  logs: ILogGroup;
  accessLogs: IBucket;
  /** Names of the buckets, and ARNs of the tables, whose every read and write is recorded. */
  buckets: readonly string[];
  tables: readonly string[];
}>;

/** Who read or wrote which object of vault and archive, and which case key: kept apart, with digests that show a gap. */
export class DataTrail extends Construct {
  constructor(scope: Construct, id: string, props: DataTrailProps) {
    super(scope, id);
    const { settings, account, key, logs, accessLogs, buckets, tables } = props;
    const { stage, region } = settings;
    const bucket = new PrivateBucket(this, 'Bucket', {
      name: bucketName(stage, 'trail', account, region),
      key,
      logs: accessLogs,
      bucketKey: true,
      versioned: true,
      notReplicated:
        'CloudTrail keeps ninety days of management events by itself; digests show a file that is missing.',
      lifecycle: [{ id: 'Old', expiration: Duration.days(2557) }],
    });
    const trailName = named(stage, 'data');
    const trailArn = `arn:aws:cloudtrail:${region}:${account}:trail/${trailName}`;
    const cloudtrail = new ServicePrincipal('cloudtrail.amazonaws.com');
    const fromTrail = { StringEquals: { 'aws:SourceArn': trailArn } };
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Trail',
        principals: [cloudtrail],
        actions: ['kms:GenerateDataKey', 'kms:DescribeKey', 'kms:Decrypt'],
        resources: ['*'],
        conditions: fromTrail,
      }),
    );
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'TrailLooks',
        principals: [cloudtrail],
        actions: ['s3:GetBucketAcl'],
        resources: [bucket.bucketArn],
        conditions: fromTrail,
      }),
    );
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'TrailWrites',
        principals: [cloudtrail],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`AWSLogs/${account}/*`)],
        conditions: fromTrail,
      }),
    );
    const role = new Role(this, 'Role', { assumedBy: cloudtrail });
    const policy = new ManagedPolicy(this, 'Policy', {
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [`arn:aws:logs:${region}:${account}:log-group:${logs.logGroupName}:log-stream:*`],
        }),
      ],
    });
    explainWildcards(policy);
    const trail = new CfnTrail(this, 'Trail', {
      trailName,
      isLogging: true,
      isMultiRegionTrail: false,
      includeGlobalServiceEvents: false,
      enableLogFileValidation: true,
      s3BucketName: bucket.bucketName,
      kmsKeyId: key.keyArn,
      cloudWatchLogsLogGroupArn: logs.logGroupArn,
      cloudWatchLogsRoleArn: role.roleArn,
      advancedEventSelectors: [
        selector(
          'Objects',
          'AWS::S3::Object',
          buckets.map((name) => `arn:aws:s3:::${name}/`),
        ),
        selector('Rows', 'AWS::DynamoDB::Table', tables),
      ],
    });
    trail.node.addDependency(policy, bucket);
  }
}

const selector = (name: string, type: string, arns: readonly string[]) => ({
  name,
  fieldSelectors: [
    { field: 'eventCategory', equalTo: ['Data'] },
    { field: 'resources.type', equalTo: [type] },
    { field: 'resources.ARN', startsWith: [...arns] },
  ],
});

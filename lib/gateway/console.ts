// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as CloudFrontFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeInPacks } from '../acknowledge.ts';
import { asBucket } from '../interfaces.ts';
import { bucketName, named } from '../names.ts';
import type { Settings } from '../settings.ts';
import { ConsoleHeaders } from './console-headers.ts';
import { ConsoleKey } from './console-key.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The console as it is built; built now where it never was. */
export function builtConsole(): string {
  const dist = `${root}console/dist`;
  if (!existsSync(`${dist}/index.html`))
    execFileSync(process.execPath, [`${root}bin/build-console.mjs`], { cwd: root, stdio: 'inherit' });
  return dist;
}

export type ConsoleProps = Readonly<{
  settings: Settings;
  api: RestApiBase;
  key: IKey;
  accessLogs: IBucket;
  /** Origins of the issuer and of its sign-in pages. */
  issuers: readonly string[];
}>;

/** The console's files in a bucket that only CloudFront reads; the API is behind the same name, so that nothing is cross-origin. */
export class Console extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id);
    const { settings, api, key, accessLogs, issuers } = props;
    const { domain } = settings.console;
    const { account, region } = Stack.of(this);
    this.bucket = new Bucket(this, 'Files', {
      bucketName: bucketName(settings.stage, 'console', account, region),
      // The same files are in the repository: nothing to keep, nothing secret.
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'Console/',
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ id: 'Replaced', noncurrentVersionExpiration: Duration.days(30) }],
    });
    const name = named(settings.stage, 'console');
    const responseHeadersPolicy = new ConsoleHeaders(this, 'Headers', { name, issuers });
    const customHeaders = settings.api.tenantKeys
      ? {
          'x-api-key': new ConsoleKey(this, 'ApiKey', {
            settings,
            api,
            key,
          }).secret.secretValue.unsafeUnwrap(),
        }
      : {};
    const toApi = new HttpOrigin(`${api.restApiId}.execute-api.${region}.${Fn.ref('AWS::URLSuffix')}`, {
      originPath: `/${api.deploymentStage.stageName}`,
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(60),
      customHeaders,
    });
    // Pages of the console are one file; only what has an ending is a file of its own.
    const pages = new CloudFrontFunction(this, 'Pages', {
      functionName: name,
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(
        "function handler(event) { var request = event.request; if (!request.uri.includes('.')) request.uri = '/index.html'; return request; }",
      ),
    });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: name,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...(domain === undefined
        ? {}
        : {
            domainNames: [domain.name],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
          }),
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: false,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(asBucket(this.bucket)),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy,
        functionAssociations: [{ function: pages, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/v1/*': {
          origin: toApi,
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    this.explain(settings);
  }

  /** What the rules find about a site that is as it has to be. */
  private explain({ console: { domain } }: Settings): void {
    acknowledgeInPacks(
      this.bucket,
      'S3BucketReplicationEnabled',
      'Files that are built from the repository and put there with every deployment.',
    );
    acknowledgeInPacks(
      this.bucket,
      'S3DefaultEncryptionKMS',
      'Files that everybody may see; CloudFront reads them by origin access control, and there is nothing to keep from anybody.',
    );
    const site: Record<string, string> = {
      'AwsSolutions-CFR1':
        'Where staff may work from is the organisation’s decision; its sign-in can say so (Cognito threat protection, federation).',
      'AwsSolutions-CFR2':
        'Static files need no firewall; every call of the API passes the one in front of the API, also those that come this way.',
      'AwsSolutions-CFR3':
        'Calls are logged by the API and reads of files by S3: CloudFront’s own log would only add people’s addresses.',
    };
    for (const [id, reason] of Object.entries(site)) acknowledge(this.distribution, id, reason);
    if (domain !== undefined) return;
    const reason =
      'Without a certificate of one’s own CloudFront sets the lowest TLS version: console.domain is what production has to name.';
    acknowledge(this.distribution, 'AwsSolutions-CFR4', reason);
    acknowledge(
      this.distribution,
      '@aws-cdk/aws-cloudfront:minimumProtocolVersionWithoutCertificate',
      reason,
    );
  }
}

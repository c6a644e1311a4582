// SPDX-License-Identifier: Apache-2.0
import { CfnOutput } from 'aws-cdk-lib';
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { asBucket } from '../interfaces.ts';
import type { RecordStack } from '../record-stack.ts';
import type { Settings } from '../settings.ts';
import { Console } from './console.ts';
import { ConsoleClient } from './console-client.ts';
import { ConsoleFiles } from './console-files.ts';

export type WebConsoleProps = Readonly<{
  settings: Settings;
  api: RestApiBase;
  record: Pick<RecordStack, 'signIn' | 'logs' | 'accessLogs'>;
  key: IKey;
}>;

/** The console: its files, the client that people sign in with, and the file that tells it about both. */
export class WebConsole extends Construct {
  readonly origin: string;

  constructor(scope: Construct, id: string, { settings, api, record, key }: WebConsoleProps) {
    super(scope, id);
    const { signIn, logs, accessLogs } = record;
    const cognito = `https://cognito-idp.${settings.region}.amazonaws.com`;
    const console = new Console(this, 'Site', {
      settings,
      api,
      key,
      accessLogs: asBucket(accessLogs),
      issuers: [cognito, `https://${signIn.domain}`],
    });
    this.origin = `https://${settings.console.domain?.name ?? console.distribution.distributionDomainName}`;
    const client = new ConsoleClient(this, 'Client', {
      stage: settings.stage,
      pool: signIn.pool,
      scope: signIn.scope,
      origin: this.origin,
      providers: signIn.providers,
    });
    const clientId = client.userPoolClientId;
    new ConsoleFiles(this, 'Content', {
      bucket: asBucket(console.bucket),
      distribution: console.distribution,
      logs: logs.others.console,
      config: {
        issuer: `${cognito}/${signIn.pool.userPoolId}`,
        clientId,
        scope: `openid ${signIn.scope.scopeName}`,
        signOutUrl: `https://${signIn.domain}/logout?client_id=${clientId}&logout_uri=${this.origin}/`,
        apiUrl: '',
      },
    });
    new CfnOutput(this, 'Url', { value: this.origin });
  }
}

// SPDX-License-Identifier: Apache-2.0
import { ApiKey, type RestApiBase, UsagePlan } from 'aws-cdk-lib/aws-apigateway';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeInPacks } from '../acknowledge.ts';
import { asApi } from '../interfaces.ts';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';

export type ConsoleKeyProps = Readonly<{ settings: Settings; api: RestApiBase; key: IKey }>;

/**
 * People in the console have no API key of their own: CloudFront adds this one to what it passes on, so that it is
 * throttled apart from applications. Like every API key it counts and opens nothing.
 */
export class ConsoleKey extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { settings, api, key }: ConsoleKeyProps) {
    super(scope, id);
    const name = named(settings.stage, 'console');
    this.secret = new Secret(this, 'Secret', {
      secretName: name,
      description: 'API key that CloudFront adds for people in the console',
      encryptionKey: key,
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
    });
    const reason =
      'It identifies the console to usage plans and opens nothing without a token; rotating it takes API key and CloudFront’s header along, which the next deployment does.';
    acknowledge(this.secret, 'AwsSolutions-SMG4', reason);
    acknowledgeInPacks(this.secret, 'SecretsManagerRotationEnabled', reason, { pci: false });
    const apiKey = new ApiKey(this, 'Key', {
      apiKeyName: name,
      value: this.secret.secretValue.unsafeUnwrap(),
    });
    const plan = new UsagePlan(this, 'Plan', {
      name,
      throttle: { rateLimit: settings.api.perSecond, burstLimit: settings.api.burst },
      apiStages: [{ api: asApi(api), stage: api.deploymentStage }],
    });
    plan.addApiKey(apiKey);
  }
}

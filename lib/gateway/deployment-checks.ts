// SPDX-License-Identifier: Apache-2.0
import { CustomResource } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { modelId } from '../models.ts';
import type { Settings } from '../settings.ts';

export type DeploymentChecksProps = Readonly<{ settings: Settings; preflight: IFunction }>;

/**
 * Looks at the account before anything is relied on: whether Bedrock keeps prompts, whether invocations are logged,
 * whether Macie is on, what the quotas are. What is wrong fails the deployment with a sentence for each thing.
 */
export class DeploymentChecks extends Construct {
  constructor(scope: Construct, id: string, { settings, preflight }: DeploymentChecksProps) {
    super(scope, id);
    const models = JSON.stringify(settings.models.map(modelId));
    new CustomResource(this, 'Resource', {
      serviceToken: preflight.functionArn,
      resourceType: 'Custom::AirlockPreflight',
      properties: {
        models,
        // What `create` switches on cannot be on before.
        macie: settings.macie.session === 'existing' ? 'on' : 'off',
        charactersPerSecond: String(settings.detection.charactersPerSecond),
        hash: JSON.stringify([models, settings.macie.session, settings.detection]),
      },
    });
  }
}

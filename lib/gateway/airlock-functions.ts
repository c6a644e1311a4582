// SPDX-License-Identifier: Apache-2.0
import {
  CodeSigningConfig,
  type ICodeSigningConfig,
  UntrustedArtifactOnDeployment,
} from 'aws-cdk-lib/aws-lambda';
import { SigningProfile } from 'aws-cdk-lib/aws-signer';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionName, functions } from '../../lambdas/uses.ts';
import { AirlockFunction, type Place } from '../airlock-function.ts';
import type { Resources } from '../resources.ts';
import type { Settings } from '../settings.ts';

/** Called by a rule, so that nobody waits for an answer: what they could not handle is kept. */
const asynchronous: readonly FunctionName[] = ['sweep', 'seal-archive', 'contain-finding', 'seed-review'];
/** Made with the pool whose trigger it is. */
const elsewhere: readonly FunctionName[] = ['pre-token'];

export type AirlockFunctionsProps = Readonly<{
  settings: Settings;
  resources: Resources;
  place: Place;
  deadLetters: IQueue;
}>;

/** Lambda then runs only what one of the profiles has signed; a deployment that brings something else fails. */
function signingConfig(
  scope: Construct,
  { functions: { signingProfiles } }: Settings,
): ICodeSigningConfig | undefined {
  if (signingProfiles.length === 0) return undefined;
  return new CodeSigningConfig(scope, 'Signing', {
    untrustedArtifactOnDeployment: UntrustedArtifactOnDeployment.ENFORCE,
    signingProfiles: signingProfiles.map((arn, index) => {
      const [signingProfileName, signingProfileVersion] = arn.split('/').slice(-2);
      return SigningProfile.fromSigningProfileAttributes(scope, `Profile${index}`, {
        signingProfileName: signingProfileName ?? arn,
        signingProfileVersion: signingProfileVersion ?? arn,
      });
    }),
  });
}

/** Every function of the gateway. */
export class AirlockFunctions extends Construct {
  readonly byName: Readonly<Partial<Record<FunctionName, AirlockFunction>>>;

  constructor(scope: Construct, id: string, props: AirlockFunctionsProps) {
    super(scope, id);
    const { settings, resources, place, deadLetters } = props;
    const signing = signingConfig(this, settings);
    const names = (Object.keys(functions) as FunctionName[]).filter((name) => !elsewhere.includes(name));
    this.byName = Object.fromEntries(
      names.map((name) => [
        name,
        new AirlockFunction(this, name, {
          settings,
          resources,
          place,
          ...(signing === undefined ? {} : { signing }),
          ...(asynchronous.includes(name) ? { deadLetters } : {}),
        }),
      ]),
    );
  }

  /** @throws Error when there is no such function here */
  named(name: FunctionName): AirlockFunction {
    const found = this.byName[name];
    if (found === undefined) throw new Error(`There is no function ${name} in the gateway.`);
    return found;
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Duration } from 'aws-cdk-lib';
import {
  type IUserPool,
  OAuthScope,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { named } from '../names.ts';

export type ConsoleClientProps = Readonly<{
  stage: string;
  pool: IUserPool;
  scope: OAuthScope;
  /** Where the console is: `https://…` without a slash. */
  origin: string;
  providers: readonly string[];
}>;

/** How people sign in: authorisation code with PKCE, no secret in the browser, tokens that live a quarter of an hour. */
export class ConsoleClient extends UserPoolClient {
  constructor(parent: Construct, id: string, { stage, pool, scope, origin, providers }: ConsoleClientProps) {
    super(parent, id, {
      userPool: pool,
      userPoolClientName: named(stage, 'console'),
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, scope],
        callbackUrls: [`${origin}/signed-in`],
        logoutUrls: [`${origin}/`],
      },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(10),
      refreshTokenRotationGracePeriod: Duration.seconds(10),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      supportedIdentityProviders:
        providers.length === 0
          ? [UserPoolClientIdentityProvider.COGNITO]
          : providers.map((name) => UserPoolClientIdentityProvider.custom(name)),
    });
  }
}

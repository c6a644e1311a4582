// SPDX-License-Identifier: Apache-2.0
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  type CfnUserPool,
  CfnUserPoolGroup,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolOperation,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { groups } from '../../lambdas/records/principal.ts';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';
import { Federation } from './federation.ts';

export type SignInProps = Readonly<{ settings: Settings; account: string; preToken: IFunction }>;

/** What access tokens have to be for. */
export const apiScope = { server: 'airlock', name: 'api' } as const;

/**
 * Who people are: no self-service sign-up, two factors or a passkey that verifies its user. What tenant somebody belongs
 * to is a group that only administrators change; the trigger puts it into tokens.
 */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly scope: OAuthScope;
  readonly resourceServer: UserPoolResourceServer;
  readonly domain: string;
  readonly providers: readonly string[];

  constructor(scope: Construct, id: string, { settings, account, preToken }: SignInProps) {
    super(scope, id);
    const { stage, identity, region } = settings;
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: named(stage, 'people'),
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
      passkeyUserVerification: PasskeyUserVerification.REQUIRED,
      ...(identity.passkeyDomain === undefined ? {} : { passkeyRelyingPartyId: identity.passkeyDomain }),
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        passwordHistorySize: 12,
        tempPasswordValidity: Duration.days(1),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // A passkey that verifies its user is both factors.
    (this.pool.node.defaultChild as CfnUserPool).webAuthnFactorConfiguration =
      'MULTI_FACTOR_WITH_USER_VERIFICATION';
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken, LambdaVersion.V3_0);
    const userPoolId = this.pool.userPoolId;
    for (const groupName of [...groups, ...settings.tenants.map(({ id: tenant }) => `tenant-${tenant}`)])
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId, groupName });
    const api = new ResourceServerScope({
      scopeName: apiScope.name,
      scopeDescription: 'To call the API in one’s own name',
    });
    this.resourceServer = this.pool.addResourceServer('Api', {
      identifier: apiScope.server,
      scopes: [api],
    });
    this.scope = OAuthScope.resourceServer(this.resourceServer, api);
    const domainPrefix = `prompt-airlock-${stage}-${account}`;
    this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.domain = `${domainPrefix}.auth.${region}.amazoncognito.com`;
    this.providers = new Federation(this, 'Federation', { pool: this.pool, settings }).names;
  }
}

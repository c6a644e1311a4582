// SPDX-License-Identifier: Apache-2.0
import { SecretValue } from 'aws-cdk-lib';
import { CfnUserPoolIdentityProvider, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

type Provider = Settings['identity']['federation'][number];

const detailsOf = (provider: Provider): Record<string, unknown> =>
  provider.kind === 'saml'
    ? { MetadataURL: provider.metadataUrl, IDPSignout: 'true', RequestSigningAlgorithm: 'rsa-sha256' }
    : {
        oidc_issuer: provider.issuer,
        client_id: provider.clientId,
        client_secret: SecretValue.secretsManager(provider.clientSecretName).unsafeUnwrap(),
        authorize_scopes: 'openid email',
        attributes_request_method: 'GET',
      };

/** Sign-in with the organisation's own directory. Only the address is taken over: tenants and roles stay groups here. */
export class Federation extends Construct {
  readonly names: readonly string[];

  constructor(scope: Construct, id: string, { pool, settings }: { pool: IUserPool; settings: Settings }) {
    super(scope, id);
    const saml = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress';
    this.names = settings.identity.federation.map((provider) => {
      new CfnUserPoolIdentityProvider(this, provider.name, {
        userPoolId: pool.userPoolId,
        providerName: provider.name,
        providerType: provider.kind === 'saml' ? 'SAML' : 'OIDC',
        providerDetails: detailsOf(provider),
        attributeMapping: { email: provider.kind === 'saml' ? saml : 'email' },
      });
      return provider.name;
    });
  }
}

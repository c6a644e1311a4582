// SPDX-License-Identifier: Apache-2.0
import { ApiKey, Period, type RestApiBase, UsagePlan } from 'aws-cdk-lib/aws-apigateway';
import { Duration } from 'aws-cdk-lib';
import { type IUserPool, type OAuthScope, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { asApi } from '../interfaces.ts';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';

export type TenantsProps = Readonly<{
  settings: Settings;
  api: RestApiBase;
  pool: IUserPool;
  scope: OAuthScope;
}>;

/** What the pre-token trigger knows an application by. */
export type TenantClient = Readonly<{ id: string; tenantId: string; groups: readonly string[] }>;

/**
 * What each tenant is given: a client for its applications, and an API key whose use is throttled and counted. A tenant
 * that is taken out of the settings loses both, its group, and the right of every function to a session of it.
 */
export class Tenants extends Construct {
  readonly clients: readonly TenantClient[];

  constructor(scope: Construct, id: string, { settings, api, pool, scope: apiScope }: TenantsProps) {
    super(scope, id);
    const { stage, tenants, api: limits } = settings;
    this.clients = tenants.map((tenant) => {
      const place = new Construct(this, tenant.id);
      const client = new UserPoolClient(place, 'Application', {
        userPool: pool,
        userPoolClientName: named(stage, tenant.id),
        generateSecret: true,
        authFlows: {},
        oAuth: { flows: { clientCredentials: true }, scopes: [apiScope] },
        accessTokenValidity: Duration.minutes(15),
        enableTokenRevocation: true,
        preventUserExistenceErrors: true,
      });
      if (limits.tenantKeys) {
        const key = new ApiKey(place, 'Key', {
          apiKeyName: named(stage, tenant.id),
          description: `Counts what applications of ${tenant.id} ask; it opens nothing without a token`,
        });
        const plan = new UsagePlan(place, 'Plan', {
          name: named(stage, tenant.id),
          throttle: { rateLimit: tenant.perSecond, burstLimit: tenant.burst },
          quota: { limit: tenant.perDay, period: Period.DAY },
          apiStages: [{ api: asApi(api), stage: api.deploymentStage }],
        });
        plan.addApiKey(key);
      }
      return { id: client.userPoolClientId, tenantId: tenant.id, groups: ['requester'] };
    });
  }
}

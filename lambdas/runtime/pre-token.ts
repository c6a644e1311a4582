// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Client } from '../aws/clients.ts';
import { groups } from '../records/principal.ts';

/** Cognito's pre token generation trigger, versions 2 and 3: only what is needed of it. */
const EventSchema = z.looseObject({
  triggerSource: z.string(),
  callerContext: z.looseObject({ clientId: z.string().min(1) }),
  request: z.looseObject({
    groupConfiguration: z.looseObject({ groupsToOverride: z.array(z.string()).nullish() }).nullish(),
  }),
});

/** No token: the sentence is shown to who signs in. It names nobody. */
class NoTenant extends Error {
  override readonly name = 'NoTenant';

  constructor() {
    super('This account belongs to no tenant of this service, or to several.');
  }
}

const prefix = 'tenant-';
const isGroup = (name: string): boolean => (groups as readonly string[]).includes(name);

/** Which tenant somebody is of: exactly one group says so, and it is one that is deployed. @throws NoTenant */
function tenantIn(named: readonly string[], tenants: readonly string[]): string {
  const found = named.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const [tenant, ...others] = found;
  if (tenant === undefined || others.length > 0 || !tenants.includes(tenant)) throw new NoTenant();
  return tenant;
}

/**
 * Puts the tenant into a token. It comes from groups, which only an administrator gives, or from the row of an app
 * client that signs in by itself; never from an attribute that users may write. @throws NoTenant: no token is made
 */
export const withTenant =
  (tenants: readonly string[], clientOf: (id: string) => Promise<Client | undefined>) =>
  async (event: unknown): Promise<unknown> => {
    const { triggerSource, callerContext, request } = EventSchema.parse(event);
    const named = request.groupConfiguration?.groupsToOverride ?? [];
    const machine = triggerSource === 'TokenGeneration_ClientCredentials';
    const client = machine ? await clientOf(callerContext.clientId) : undefined;
    if (machine && (client === undefined || !tenants.includes(client.tenantId))) throw new NoTenant();
    const tenant = client?.tenantId ?? tenantIn(named, tenants);
    const roles = [...(client?.groups ?? named.filter(isGroup))];
    const claims = { claimsToAddOrOverride: { 'custom:tenant': tenant } };
    // Of a client that signs in by itself there is an access token only, and Cognito takes no claim for it whose name
    // begins with `cognito:` or is an attribute's (Pre token generation Lambda trigger, "Claims and scopes reference").
    const ofClient = {
      claimsToAddOrOverride: { 'airlock:tenant': tenant, 'airlock:groups': roles.join(' ') },
    };
    return {
      ...(event as object),
      response: {
        claimsAndScopeOverrideDetails: machine
          ? { accessTokenGeneration: ofClient }
          : {
              idTokenGeneration: claims,
              accessTokenGeneration: claims,
              groupOverrideDetails: { groupsToOverride: roles },
            },
      },
    };
  };

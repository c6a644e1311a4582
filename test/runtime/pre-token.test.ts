// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { Client } from '../../lambdas/aws/clients.ts';
import { withTenant } from '../../lambdas/runtime/pre-token.ts';

const tenants = ['north', 'south'];
const clients: Readonly<Record<string, Client>> = {
  batch: { tenantId: 'south', groups: ['requester'] },
  gone: { tenantId: 'east', groups: ['requester'] },
};
const trigger = withTenant(tenants, async (id) => clients[id]);
const user = (groups: readonly string[], more: object = {}) => ({
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  callerContext: { clientId: 'console' },
  request: {
    userAttributes: { 'custom:tenant': 'south', sub: '1' },
    groupConfiguration: { groupsToOverride: groups },
    ...more,
  },
  response: {},
});
const machine = (clientId: string) => ({
  version: '3',
  triggerSource: 'TokenGeneration_ClientCredentials',
  callerContext: { clientId },
  request: { userAttributes: {}, groupConfiguration: {} },
  response: {},
});

describe('the pre-token trigger', () => {
  it('takes the tenant from the one group that says so, and leaves only roles as groups', async () => {
    const { response } = (await trigger(user(['tenant-north', 'reviewer', 'admin']))) as {
      response: unknown;
    };
    const claims = { claimsToAddOrOverride: { 'custom:tenant': 'north' } };
    expect(response).toEqual({
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: claims,
        accessTokenGeneration: claims,
        groupOverrideDetails: { groupsToOverride: ['reviewer'] },
      },
    });
  });

  it('takes no notice of an attribute that users may have written', async () => {
    expect(JSON.stringify(await trigger(user(['tenant-north'])))).toContain('"custom:tenant":"north"');
  });

  it.each([
    ['no group', []],
    ['roles only', ['reviewer']],
    ['two tenants', ['tenant-north', 'tenant-south']],
    ['a tenant that is not deployed', ['tenant-east']],
    ['an empty tenant', ['tenant-']],
    ['the same tenant twice', ['tenant-north', 'tenant-north']],
  ])('makes no token for somebody with %s', async (_what, groups) => {
    await expect(trigger(user(groups))).rejects.toMatchObject({ name: 'NoTenant' });
  });

  it('gives an application that signs in by itself what its row says', async () => {
    const { response } = (await trigger(machine('batch'))) as { response: unknown };
    expect(response).toEqual({
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          claimsToAddOrOverride: { 'airlock:tenant': 'south', 'airlock:groups': 'requester' },
        },
      },
    });
  });

  it.each(['nobody', 'gone', 'console'])('makes no token for the application %s', async (id) => {
    await expect(trigger(machine(id))).rejects.toMatchObject({ name: 'NoTenant' });
  });

  it('names nobody in what it says', async () => {
    const error: unknown = await trigger(user(['tenant-east'])).catch((thrown: unknown) => thrown);
    expect((error as Error).message).not.toMatch(/east|console/);
  });
});

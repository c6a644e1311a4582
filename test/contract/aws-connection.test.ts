// SPDX-License-Identifier: Apache-2.0
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from '../../lambdas/aws/connection.ts';
import { openCases } from '../../lambdas/aws/cases.ts';
import { openKeys } from '../../lambdas/aws/keys.ts';
import { asking, tableClients } from '../../lambdas/aws/tables.ts';
import { openVault } from '../../lambdas/aws/vault.ts';
import { type Cloud, deployed, openCloud } from '../stubs/cloud.ts';
import { newRevision, noon, sampleCase } from './sample-case.ts';

let cloud: Cloud;
let now: number;
beforeAll(async () => {
  cloud = await openCloud(noon);
});
afterAll(() => cloud.close());
beforeEach(() => {
  now = Date.now();
  cloud.dynamo.fail(undefined);
  cloud.sts.fail(undefined);
  cloud.sts.calls.length = 0;
});

const open = (timeouts?: { connection: number; request: number }) =>
  connect({
    tenantRole: deployed.role,
    attempts: 1,
    clock: () => now,
    ...(timeouts === undefined ? {} : { timeouts }),
  });
const get = (tenantId: string, key: string) =>
  new GetItemCommand({ TableName: 'cases', Key: { pk: { S: `${tenantId}#${key}` }, sk: { S: 'case' } } });
const minute = 60_000;

describe('a session of a tenant', () => {
  it('is fetched once, however many calls begin together, and one a tenant', async () => {
    const clients = tableClients(open());
    await Promise.all(
      ['north', 'north', 'south', 'north'].map((tenant) => clients(tenant).send(get(tenant, 'a'))),
    );
    const tags = cloud.sts.calls.map((call) =>
      new URLSearchParams(call.body.toString()).get('Tags.member.1.Value'),
    );
    expect(tags.sort()).toEqual(['north', 'south']);
  });

  it('is shared by the clients of all services', async () => {
    const connection = open();
    await tableClients(connection)('north').send(get('north', 'a'));
    await tableClients(connection)('north').send(get('north', 'b'));
    expect(cloud.sts.calls).toHaveLength(1);
  });

  it.each([
    ['is kept while it is young', 30 * minute, 1],
    ['is renewed ten minutes before it ends', 51 * minute, 2],
    ['is renewed when it has ended', 90 * minute, 2],
  ])('%s', async (_what, later, fetched) => {
    const clients = tableClients(open());
    await clients('north').send(get('north', 'a'));
    now += later;
    await clients('north').send(get('north', 'a'));
    expect(cloud.sts.calls).toHaveLength(fetched);
  });

  it('serves on when it cannot be renewed early', async () => {
    const clients = tableClients(open());
    await clients('north').send(get('north', 'a'));
    now += 51 * minute;
    cloud.sts.fail(() => ({ name: 'ServiceUnavailable', status: 400 }));
    await expect(clients('north').send(get('north', 'a'))).resolves.toBeDefined();
  });

  it('reaches nothing of another tenant, whatever it is asked for', async () => {
    const { connection } = cloud;
    const clients = tableClients(connection);
    await expect(clients('north').send(get('south', 'a'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    const item = sampleCase({ tenantId: 'south' });
    await openCases(connection, 'cases', cloud.clock).accept(item, undefined, undefined);
    const keys = openKeys(connection, {
      table: 'caseKeys',
      wrapping: deployed.wrappingKey,
      clock: cloud.clock,
    });
    await keys.create(item);
    const vault = openVault(connection, { bucket: 'vault', key: deployed.vaultKey, clock: cloud.clock });
    const ref = { tenantId: 'south', scope: item.caseId, revision: newRevision() };
    await vault.put(ref, 'text', noon + 1000);
    const about = [cloud.dynamo, cloud.s3, cloud.kms]
      .flatMap((each) => each.calls)
      .filter((call) => call.path.includes('south') || call.body.toString().includes('south'));
    // One of them is the call that was refused above.
    expect(about.filter((call) => call.who.tenant !== 'south')).toHaveLength(1);
    expect(about.length).toBeGreaterThan(4);
  });

  it.each(['', '..', 'a/b', 'North', 'a'.repeat(64), 'north*'])(
    'is not asked for in the name of %j',
    (tenantId) => {
      expect(() => open().of(tenantId)).toThrow(expect.objectContaining({ name: 'InvalidInput' }));
    },
  );

  it('does not exist where a function has no role to take on', () => {
    expect(() => connect({ attempts: 1, clock: Date.now }).of('north')).toThrow(
      expect.objectContaining({ name: 'InvalidInput' }),
    );
  });
});

describe('a call', () => {
  it('that is not answered in time fails, instead of waiting on with a warning', async () => {
    const clients = tableClients(open({ connection: 1000, request: 200 }));
    await clients('north').send(get('north', 'a'));
    cloud.dynamo.fail(() => 'hang');
    const begun = performance.now();
    await expect(asking(() => clients('north').send(get('north', 'a')))).rejects.toMatchObject({
      name: 'Unavailable',
    });
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it.each([
    ['once in a state of the workflow', 1, 1],
    ['three times where nobody else asks again', 3, 3],
  ])('is made %s', async (_what, attempts, made) => {
    const clients = tableClients(connect({ tenantRole: deployed.role, attempts, clock: Date.now }));
    await clients('north').send(get('north', 'a'));
    cloud.dynamo.calls.length = 0;
    cloud.dynamo.fail(() => ({ name: 'InternalServerError', status: 500 }));
    await expect(asking(() => clients('north').send(get('north', 'a')))).rejects.toMatchObject({
      name: 'Unavailable',
    });
    expect(cloud.dynamo.calls).toHaveLength(made);
  });

  it('in a session that was revoked is made again in another one', async () => {
    const clients = tableClients(open());
    await clients('north').send(get('north', 'a'));
    for (const [id, each] of cloud.principals) if (each.tenant !== undefined) cloud.principals.delete(id);
    await expect(clients('north').send(get('north', 'a'))).resolves.toBeDefined();
    expect(cloud.sts.calls).toHaveLength(2);
  });
});

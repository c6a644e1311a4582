// SPDX-License-Identifier: Apache-2.0
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { openCases } from '../../lambdas/aws/cases.ts';
import { caseAttributes } from '../../lambdas/aws/case-accept.ts';
import { caseKey, indexed } from '../../lambdas/aws/case-items.ts';
import { tableClients } from '../../lambdas/aws/tables.ts';
import { type Cloud, openCloud } from '../stubs/cloud.ts';
import { describeCases } from './cases.ts';
import { noon, sampleCase } from './sample-case.ts';

// A thousand calls go one after the other through a store that has no transactions of its own.
jest.setTimeout(180_000);
const opened: Cloud[] = [];
afterAll(async () => {
  for (const cloud of opened) await cloud.close();
});

const open = async () => {
  const cloud = await openCloud(noon);
  opened.push(cloud);
  return { cloud, cases: openCases(cloud.connection, 'cases', cloud.clock), setNow: cloud.setNow };
};
describeCases('the case store of AWS', open);

describe('the case store of AWS', () => {
  it('looks again at what an index says, which follows its table with a delay', async () => {
    const { cloud, cases } = await open();
    const before = sampleCase({ movedAt: noon - 1000 });
    const moved = [
      { ...before, version: 1, movedAt: noon },
      sampleCase({ status: 'closed', movedAt: noon - 1000 }),
    ];
    for (const [index, now] of moved.entries()) {
      // The item as it is now, under the index keys that it had before.
      const keys = indexed({ ...now, status: 'running', movedAt: noon - 1000 + index });
      const Item = {
        ...caseKey(now),
        ...caseAttributes(now),
        stalePk: keys['stalePk']!,
        staleSk: keys['staleSk']!,
      };
      await tableClients(cloud.connection)('north').send(new PutItemCommand({ TableName: 'cases', Item }));
    }
    const item = sampleCase({ movedAt: noon - 500 });
    await cases.accept(item, undefined, undefined);
    const { items } = await cases.stale({ before: noon, limit: 10 });
    expect(items.map((each) => each.caseId)).toEqual([item.caseId]);
  });

  it.each([
    ['ThrottlingException', 400, 'Throttled'],
    ['ProvisionedThroughputExceededException', 400, 'Throttled'],
    ['RequestLimitExceeded', 400, 'Throttled'],
    ['InternalServerError', 500, 'Unavailable'],
    ['AccessDeniedException', 400, 'Unavailable'],
  ])('%s (%i) is told as %s, without what the service said', async (name, status, expected) => {
    const { cloud, cases } = await open();
    cloud.dynamo.fail(() => ({ name, status }));
    for (const call of [cases.get(sampleCase()), cases.accept(sampleCase(), undefined, undefined)]) {
      const error: unknown = await call.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: expected });
      expect((error as Error).message).not.toContain('leaked');
    }
  });
});

// SPDX-License-Identifier: Apache-2.0
import { afterAll } from '@jest/globals';
import { openKeys } from '../../lambdas/aws/keys.ts';
import { type Cloud, deployed, openCloud } from '../stubs/cloud.ts';
import { describeKeys } from './keys.ts';
import { noon } from './sample-case.ts';

const opened: Cloud[] = [];
afterAll(async () => {
  for (const cloud of opened) await cloud.close();
});

describeKeys('the keys of AWS', async () => {
  const cloud = await openCloud(noon);
  opened.push(cloud);
  const keys = openKeys(cloud.connection, {
    table: 'caseKeys',
    wrapping: deployed.wrappingKey,
    clock: cloud.clock,
  });
  return { keys: { ...keys, erase: keys.eraseKey } };
});

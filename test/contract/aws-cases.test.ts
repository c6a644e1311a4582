// SPDX-License-Identifier: Apache-2.0
import { afterAll, jest } from '@jest/globals';
import { openCases } from '../../lambdas/aws/cases.ts';
import { type Cloud, openCloud } from '../stubs/cloud.ts';
import { describeCases } from './cases.ts';
import { noon } from './sample-case.ts';

// A thousand calls go one after the other through a store that has no transactions of its own.
jest.setTimeout(60_000);
const opened: Cloud[] = [];
afterAll(async () => {
  for (const cloud of opened) await cloud.close();
});

describeCases('the case store of AWS', async () => {
  const cloud = await openCloud(noon);
  opened.push(cloud);
  return { cases: openCases(cloud.connection, 'cases', cloud.clock), setNow: cloud.setNow };
});

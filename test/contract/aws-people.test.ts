// SPDX-License-Identifier: Apache-2.0
import { afterAll } from '@jest/globals';
import { openPeople } from '../../lambdas/aws/people.ts';
import { type Cloud, openCloud } from '../stubs/cloud.ts';
import { describePeople } from './people.ts';
import { noon } from './sample-case.ts';

const opened: Cloud[] = [];
afterAll(async () => {
  for (const cloud of opened) await cloud.close();
});

describePeople('the index of people of AWS', async () => {
  const cloud = await openCloud(noon);
  opened.push(cloud);
  return openPeople(cloud.connection, 'cases');
});

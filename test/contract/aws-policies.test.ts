// SPDX-License-Identifier: Apache-2.0
import { afterAll } from '@jest/globals';
import { openPolicies, publishPolicies } from '../../lambdas/aws/policies.ts';
import { type Cloud, openCloud } from '../stubs/cloud.ts';
import { describePolicies } from './policies.ts';
import { noon } from './sample-case.ts';

const opened: Cloud[] = [];
afterAll(async () => {
  for (const cloud of opened) await cloud.close();
});

describePolicies('the policies of AWS', async () => {
  const cloud = await openCloud(noon);
  opened.push(cloud);
  // Each time is a deployment: what it brings is published, and the functions begin with it.
  return async (inForce) => {
    await publishPolicies(cloud.connection, 'control')(inForce);
    return openPolicies(cloud.connection, 'control', inForce);
  };
});

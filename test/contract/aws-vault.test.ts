// SPDX-License-Identifier: Apache-2.0
import { afterAll } from '@jest/globals';
import { openVault } from '../../lambdas/aws/vault.ts';
import { type Cloud, deployed, openCloud } from '../stubs/cloud.ts';
import { noon } from './sample-case.ts';
import { describeVault } from './vault.ts';

const opened: Cloud[] = [];
afterAll(async () => {
  for (const cloud of opened) await cloud.close();
});

describeVault('the vault of AWS', async () => {
  const cloud = await openCloud(noon);
  opened.push(cloud);
  const options = { bucket: 'vault', key: deployed.vaultKey, clock: cloud.clock };
  return { vault: openVault(cloud.connection, options), setNow: cloud.setNow };
});

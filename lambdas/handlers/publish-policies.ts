// SPDX-License-Identifier: Apache-2.0
import { awsPolicies } from '../aws/deployment.ts';
import { handleResource } from '../runtime/custom-resource.ts';

const publish = awsPolicies();

export const handler = handleResource('publish-policies', async ({ RequestType }) => {
  // Cases may still go by a policy that is no more: nothing is ever taken away.
  if (RequestType !== 'Delete') await publish();
  return { id: 'policies' };
});

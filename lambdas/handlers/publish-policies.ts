// SPDX-License-Identifier: Apache-2.0
import { awsPublishing } from '../aws/deployment.ts';
import { handleResource } from '../runtime/custom-resource.ts';

const publish = awsPublishing();

export const handler = handleResource('publish-policies', async ({ RequestType, ResourceProperties }) => {
  // Cases may still go by a policy that is no more: nothing is ever taken away.
  if (RequestType !== 'Delete') await publish(ResourceProperties['clients']);
  return { id: 'policies' };
});

// SPDX-License-Identifier: Apache-2.0
import { awsMacieJobs } from '../aws/deployment.ts';
import { handleResource } from '../runtime/custom-resource.ts';
import { accountOf, MacieJobProperties, propertiesOf } from '../runtime/deployment-properties.ts';

const { stage, jobs } = awsMacieJobs();

/** A changed job is another one: CloudFormation then asks for the old one to be deleted, by its id. */
export const handler = handleResource('macie-job', async (event) => {
  if (event.RequestType === 'Delete') {
    await jobs.cancel(event.PhysicalResourceId ?? '');
    return { id: event.PhysicalResourceId ?? 'none' };
  }
  const { buckets, identifierIds, frequency, hash } = propertiesOf(MacieJobProperties, event);
  return {
    id: await jobs.create({ stage, account: accountOf(event), buckets, identifierIds, frequency, hash }),
  };
});

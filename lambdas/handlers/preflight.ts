// SPDX-License-Identifier: Apache-2.0
import { awsAccountChecks } from '../aws/deployment.ts';
import { DeploymentRefused, handleResource } from '../runtime/custom-resource.ts';
import { PreflightProperties, propertiesOf } from '../runtime/deployment-properties.ts';

const check = awsAccountChecks();

/** What is not as it has to be fails the deployment, a sentence each. Taking a deployment away is never refused. */
export const handler = handleResource('preflight', async (event) => {
  if (event.RequestType === 'Delete') return { id: 'preflight' };
  const sentences = await check(propertiesOf(PreflightProperties, event));
  if (sentences.length > 0) throw new DeploymentRefused(sentences.join(' '));
  return { id: 'preflight' };
});

// SPDX-License-Identifier: Apache-2.0
import { readEnvironment } from '../environment.ts';
import { systemClock } from '../sources.ts';
import { openClients, publishClients } from './clients.ts';
import { checkAccount, type Expected } from './account-checks.ts';
import { connect } from './connection.ts';
import { openFindings } from './macie-finding.ts';
import { openMacieJobs } from './macie-job.ts';
import { publishPolicies } from './policies.ts';
import { policiesFor } from './ports.ts';

const connection = () => connect({ attempts: 3, clock: systemClock });

/** What Cognito's trigger looks up. */
export function awsClients() {
  const { CONTROL_TABLE, TENANTS } = readEnvironment(['CONTROL_TABLE', 'TENANTS'], process.env);
  return { tenants: TENANTS, clientOf: openClients(connection(), CONTROL_TABLE) };
}

/** Keeps what a deployment brings: its policies under their hashes, and what its app clients stand for. */
export function awsPublishing(): (clients: unknown) => Promise<void> {
  const { CONTROL_TABLE, ...deployed } = readEnvironment(
    ['CONTROL_TABLE', 'EFFORT', 'RETENTION_MODE'],
    process.env,
  );
  const toAws = connection();
  return async (clients) => {
    await publishPolicies(toAws, CONTROL_TABLE)(policiesFor(deployed));
    await publishClients(toAws, CONTROL_TABLE)(clients);
  };
}

/** What a finding of Macie's is about. */
export function awsFindings() {
  const { CATALOGUE_BUCKET, TENANT_ROLE_ARN } = readEnvironment(
    ['CATALOGUE_BUCKET', 'TENANT_ROLE_ARN'],
    process.env,
  );
  const toAws = connect({ attempts: 3, clock: systemClock, tenantRole: TENANT_ROLE_ARN });
  return openFindings(toAws, CATALOGUE_BUCKET);
}

/** Macie's jobs, as the deployment has them made and ended. */
export function awsMacieJobs() {
  const { STAGE } = readEnvironment(['STAGE'], process.env);
  return { stage: STAGE, jobs: openMacieJobs(connection()) };
}

/** Looks at the account: sentences for what is not as it has to be. */
export const awsAccountChecks = (): ((expected: Expected) => Promise<string[]>) => {
  const toAws = connection();
  return (expected) => checkAccount(toAws, expected);
};

/** Whom there is in this deployment. */
export const awsTenants = (): readonly string[] => readEnvironment(['TENANTS'], process.env).TENANTS;

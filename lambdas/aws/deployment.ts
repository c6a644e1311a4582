// SPDX-License-Identifier: Apache-2.0
import { readEnvironment } from '../environment.ts';
import { systemClock } from '../sources.ts';
import { openClients, publishClients } from './clients.ts';
import { connect } from './connection.ts';
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
  const { CONTROL_TABLE, EFFORT } = readEnvironment(['CONTROL_TABLE', 'EFFORT'], process.env);
  const toAws = connection();
  return async (clients) => {
    await publishPolicies(toAws, CONTROL_TABLE)(policiesFor(EFFORT));
    await publishClients(toAws, CONTROL_TABLE)(clients);
  };
}

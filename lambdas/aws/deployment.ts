// SPDX-License-Identifier: Apache-2.0
import { readEnvironment } from '../environment.ts';
import { systemClock } from '../sources.ts';
import { openClients } from './clients.ts';
import { connect } from './connection.ts';
import { publishPolicies } from './policies.ts';
import { policyFiles } from './ports.ts';

const connection = () => connect({ attempts: 3, clock: systemClock });

/** What Cognito's trigger looks up. */
export function awsClients() {
  const { CONTROL_TABLE, TENANTS } = readEnvironment(['CONTROL_TABLE', 'TENANTS'], process.env);
  return { tenants: TENANTS, clientOf: openClients(connection(), CONTROL_TABLE) };
}

/** Keeps the policies of this deployment under their hashes. */
export function awsPolicies(): () => Promise<void> {
  const { CONTROL_TABLE } = readEnvironment(['CONTROL_TABLE'], process.env);
  const publish = publishPolicies(connection(), CONTROL_TABLE);
  return () => publish(policyFiles);
}

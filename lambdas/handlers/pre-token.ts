// SPDX-License-Identifier: Apache-2.0
import { awsClients } from '../aws/deployment.ts';
import { withTenant } from '../runtime/pre-token.ts';

const { tenants, clientOf } = awsClients();

export const handler = withTenant(tenants, clientOf);

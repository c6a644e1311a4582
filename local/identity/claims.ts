// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type Group, groups, type Principal, PrincipalSchema } from '../../lambdas/records/principal.ts';
import type { User } from './users.ts';

/** What tokens for the API are made out to (RFC 8707 resource). */
export const audience = 'urn:prompt-airlock:api';
/** The one application that signs in here: console and command line. */
export const clientId = 'airlock';

/** The claims that Amazon Cognito gives, so that the laptop's operations see the same. */
export const claimsOf = (user: User) => ({
  'cognito:groups': [...user.groups],
  'custom:tenant': user.tenantId,
});

const ClaimsSchema = z.object({
  sub: z.string(),
  client_id: z.string(),
  'cognito:groups': z.array(z.string()).default([]),
  'custom:tenant': z.string(),
});

const isGroup = (name: string): name is Group => (groups as readonly string[]).includes(name);

/** The caller that verified claims describe; undefined when they describe none. Groups not known here count for nothing. */
export function principalOf(claims: unknown): Principal | undefined {
  const read = ClaimsSchema.safeParse(claims);
  if (!read.success) return undefined;
  const { sub, client_id, 'cognito:groups': named, 'custom:tenant': tenantId } = read.data;
  const principal = { tenantId, client: client_id, subject: sub, groups: named.filter(isGroup) };
  return PrincipalSchema.safeParse(principal).data;
}

// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type Group, groups, type Principal, PrincipalSchema } from '../records/principal.ts';

/** Groups as a token has them, or as API Gateway hands them over: one text, with commas between. */
const GroupsSchema = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(/[\s,[\]]+/).filter((name) => name !== '')),
]);
const ClaimsSchema = z.object({
  sub: z.string(),
  client_id: z.string(),
  'cognito:groups': GroupsSchema.default([]),
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

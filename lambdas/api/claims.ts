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
  'cognito:groups': GroupsSchema.optional(),
  'custom:tenant': z.string().optional(),
  /** The same of an application that signs in by itself: in its tokens Cognito lets nobody write the two above. */
  'airlock:groups': GroupsSchema.optional(),
  'airlock:tenant': z.string().optional(),
});

const isGroup = (name: string): name is Group => (groups as readonly string[]).includes(name);

/** The caller that verified claims describe; undefined when they describe none. Groups not known here count for nothing. */
export function principalOf(claims: unknown): Principal | undefined {
  const read = ClaimsSchema.safeParse(claims);
  if (!read.success) return undefined;
  const { sub, client_id, ...said } = read.data;
  const tenantId = said['custom:tenant'] ?? said['airlock:tenant'];
  const named = said['cognito:groups'] ?? said['airlock:groups'] ?? [];
  const principal = { tenantId, client: client_id, subject: sub, groups: named.filter(isGroup) };
  return PrincipalSchema.safeParse(principal).data;
}

// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { TenantIdSchema } from './case.ts';

/**
 * `senior-reviewer` takes over what is escalated and sees the overview; `junior-reviewer` marks a reviewer whose
 * approvals need a second person where the policy says so: it allows nothing by itself.
 */
export const groups = ['requester', 'reviewer', 'senior-reviewer', 'junior-reviewer', 'compliance'] as const;
export type Group = (typeof groups)[number];

/** Who calls, from a verified token: never from the body or a header of the caller's. */
export const PrincipalSchema = z.strictObject({
  tenantId: TenantIdSchema,
  /** The application that asked (OAuth client id). */
  client: z.string().min(1).max(128),
  subject: z.string().min(1).max(128),
  groups: z.array(z.enum(groups)),
});
export type Principal = Readonly<z.infer<typeof PrincipalSchema>>;

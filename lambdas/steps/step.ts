// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { Failure, failureName, retryable } from '../failures.ts';
import { CaseIdSchema, RevisionSchema, TenantIdSchema } from '../records/case.ts';

/** What every step is told: whose case. */
export const refShape = { tenantId: TenantIdSchema, caseId: CaseIdSchema };
export const revision = RevisionSchema;
/** How often the workflow has retried this state. */
export const attempt = z.int().nonnegative();

/** A step: plain JSON in, plain JSON out, nothing but ids, codes and counts on either side. */
export type Step = (input: unknown) => Promise<Readonly<Record<string, unknown>>>;

/** Wraps a step so that an input it does not know is refused by name, without quoting it. */
export const step =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (input: z.infer<Schema>) => Promise<Readonly<Record<string, unknown>>>,
  ): Step =>
  async (input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new Failure('InvalidInput');
    return run(parsed.data);
  };

/** After this many retries of the state, a detector that is down makes the text incomplete instead. */
const patience = 2;

/**
 * Asks an outside check. While the workflow is willing to retry, a passing fault is thrown so that it does;
 * after that, and for every other fault, the answer is undefined and the caller holds the case: fail closed,
 * but do not lose it.
 */
export async function ask<Result>(
  retries: number,
  question: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await question();
  } catch (thrown) {
    const name = failureName(thrown);
    if (name !== undefined && retryable.includes(name) && retries < patience) throw thrown;
    return undefined;
  }
}

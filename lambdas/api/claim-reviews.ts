// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema } from '../records/case.ts';
import { takeClaim } from './claim-review.ts';
import { operation } from './operation.ts';
import { problemOf } from './problem-document.ts';
import { type ProblemCode, problems } from './problems.ts';
import { reviewSummary, ReviewSummarySchema } from './review-view.ts';

/** As many as a page of the queue. */
const most = 100;

const ResultSchema = z.strictObject({
  caseId: CaseIdSchema,
  claimed: z.boolean(),
  /** Where it was claimed. */
  review: ReviewSummarySchema.optional(),
  /** Why it was not: a code of docs/errors.md. */
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]).optional(),
});

/** POST /v1/reviews/claims: each id for itself; one that cannot be claimed does not stop the others. */
export const claimReviews = operation({
  id: 'claimReviews',
  method: 'POST',
  path: '/v1/reviews/claims',
  summary:
    'Take several reviews at once. Every id gets its own answer. There is no such thing for decisions.',
  groups: ['reviewer', 'senior-reviewer'],
  body: z.strictObject({ caseIds: z.array(CaseIdSchema).min(1).max(most) }),
  replies: {
    200: {
      description: 'What became of each, in the order asked for.',
      schema: z.strictObject({ results: z.array(ResultSchema) }),
    },
  },
  handle: (ports) => async (call) => {
    const { principal, body } = call;
    const results: z.infer<typeof ResultSchema>[] = [];
    for (const caseId of new Set(body.caseIds)) {
      try {
        const item = await takeClaim(ports, principal, caseId);
        results.push({ caseId, claimed: true, review: reviewSummary(item, principal, ports.clock()) });
      } catch (thrown) {
        const code = problemOf(thrown)?.code;
        if (code === undefined) throw thrown;
        results.push({ caseId, claimed: false, code });
      }
    }
    return { status: 200, body: { results } };
  },
});

// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reasonCodes } from '../records/reason.ts';
import { EvidenceSchema, type Reason } from '../records/verdict.ts';
import { ReasonViewSchema } from './case-view.ts';
import { operation } from './operation.ts';
import { CaseParamsSchema } from './read-request.ts';
import { reviewedCase } from './review-case.ts';
import { reviewSummary, ReviewSummarySchema } from './review-view.ts';
import { shownTexts, ShownTextSchema } from './shown-texts.ts';

const EvidentReasonSchema = ReasonViewSchema.extend({
  waivable: z.boolean(),
  /** `slot` is a position in `texts`; offsets are UTF-16 code units. */
  evidence: z.array(EvidenceSchema),
});

const ReviewSchema = ReviewSummarySchema.extend({
  reasons: z.array(EvidentReasonSchema),
  /** What is under review; absent once it is decided. */
  texts: z.array(ShownTextSchema).optional(),
  /** The prompt that a held answer answers. */
  context: z.array(ShownTextSchema).optional(),
}).meta({ id: 'Review' });

const evident = ({ code, evidence }: Reason): z.infer<typeof EvidentReasonSchema> => ({
  code,
  ...reasonCodes[code],
  evidence: [...evidence],
});

/** GET /v1/reviews/{caseId}: what a decision is made on. Values behind placeholders need a reveal. */
export const readReview = operation({
  id: 'readReview',
  method: 'GET',
  path: '/v1/reviews/{caseId}',
  summary: 'The de-identified texts under review, with findings, reasons and where they apply.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  replies: { 200: { description: 'The newest review of the case.', schema: ReviewSchema } },
  handle: (ports) => async (call) => {
    const item = await reviewedCase(ports, call.principal, call.params.caseId);
    const summary = reviewSummary(item, call.principal, ports.clock());
    if (item.review.decided !== undefined || item.status === 'closed')
      return {
        status: 200,
        body: { ...summary, reasons: item.review.reasons.map((code) => evident({ code, evidence: [] })) },
      };
    const { texts, context, reasons } = await shownTexts(ports, item);
    return {
      status: 200,
      body: {
        ...summary,
        reasons: reasons.map(evident),
        texts,
        ...(context.length === 0 ? {} : { context }),
      },
    };
  },
});

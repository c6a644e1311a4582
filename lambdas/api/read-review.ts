// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase } from '../change.ts';
import type { Ports } from '../ports.ts';
import { AssessmentSchema } from '../records/guardrail.ts';
import type { Principal } from '../records/principal.ts';
import { reasonCodes, riskOf, risks } from '../records/reason.ts';
import { noted } from '../records/review.ts';
import { EvidenceSchema, type Reason } from '../records/verdict.ts';
import { ReasonViewSchema } from './case-view.ts';
import { operation } from './operation.ts';
import { CaseParamsSchema } from './read-request.ts';
import { isReviewed, type Reviewed, reviewedCase } from './review-case.ts';
import { TimelineEntrySchema, timelineOf } from './review-timeline.ts';
import { reviewSummary, ReviewSummarySchema } from './review-view.ts';
import { shownTexts, ShownTextSchema } from './shown-texts.ts';
import { textsBefore } from './texts-before.ts';

const EvidentReasonSchema = ReasonViewSchema.extend({
  waivable: z.boolean(),
  risk: z.enum(risks),
  /** `slot` is a position in `texts`; offsets are UTF-16 code units. */
  evidence: z.array(EvidenceSchema),
});

const ReviewSchema = ReviewSummarySchema.extend({
  reasons: z.array(EvidentReasonSchema),
  timeline: z.array(TimelineEntrySchema),
  /** What is under review; absent once it is decided. */
  texts: z.array(ShownTextSchema).optional(),
  /** The prompt that a held answer answers. */
  context: z.array(ShownTextSchema).optional(),
  /** What the editor was shown, where the text under review is an edit: position by position as in `texts`. */
  before: z.array(ShownTextSchema).optional(),
  /** What the guardrail acted on; never what it matched. */
  guardrail: z.array(AssessmentSchema).optional(),
  /** Names of what looked at the text, and of what should have and did not answer. */
  detectors: z.strictObject({ ran: z.array(z.string()), failed: z.array(z.string()) }).optional(),
  /** Which model wrote a held answer, as the model service names it, with its version. */
  model: z
    .strictObject({
      id: z.string(),
      stopReason: z.string(),
      inputTokens: z.int().nonnegative(),
      outputTokens: z.int().nonnegative(),
    })
    .optional(),
}).meta({ id: 'Review' });
export type ReviewView = z.infer<typeof ReviewSchema>;

const evident = ({ code, evidence }: Reason): z.infer<typeof EvidentReasonSchema> => ({
  code,
  sentence: reasonCodes[code].sentence,
  waivable: reasonCodes[code].waivable,
  risk: riskOf(code),
  evidence: [...evidence],
});

/** That somebody has the case before them is on its record from the first time on: once a person and revision. */
async function noteView(ports: Ports, found: Reviewed, { subject }: Principal): Promise<Reviewed> {
  const seen = ({ review }: Reviewed) =>
    review.decided !== undefined ||
    review.trail.some((entry) => entry.kind === 'viewed' && entry.by === subject);
  if (seen(found)) return found;
  const after = await changeCase(ports, found, (row) =>
    !isReviewed(row) || row.review.revision !== found.review.revision || row.status !== 'held' || seen(row)
      ? undefined
      : { ...row, review: noted(row.review, { kind: 'viewed', by: subject, at: ports.clock() }) },
  );
  return isReviewed(after) ? after : found;
}

/** Each code once, with the evidence of all checks that came to it. */
function byCode(reasons: readonly Reason[]): Reason[] {
  const found = new Map<Reason['code'], Reason['evidence']>();
  for (const { code, evidence } of reasons) found.set(code, [...(found.get(code) ?? []), ...evidence]);
  return [...found].map(([code, evidence]) => ({ code, evidence }));
}

/** What a decision is made on. @throws NotFound, Malformed */
async function opened(ports: Ports, item: Reviewed): Promise<object> {
  const { texts, context, reasons, prompt, scan, guardrail } = await shownTexts(ports, item, item.review);
  const before = await textsBefore(ports, item, scan?.editedBy ?? prompt.editedBy);
  const answer = scan?.answer;
  return {
    reasons: byCode(reasons).map(evident),
    texts,
    ...(context.length === 0 ? {} : { context }),
    ...(before === undefined ? {} : { before }),
    guardrail,
    detectors: { ran: scan?.detectors ?? prompt.detectors, failed: prompt.failed },
    ...(answer === undefined
      ? {}
      : { model: { id: answer.model, stopReason: answer.stopReason, ...answer.usage } }),
  };
}

/** GET /v1/reviews/{caseId}: what a decision is made on. Values behind placeholders need a reveal. */
export const readReview = operation({
  id: 'readReview',
  method: 'GET',
  path: '/v1/reviews/{caseId}',
  summary: 'The de-identified texts under review, with findings, reasons, and what happened so far.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  replies: { 200: { description: 'The newest review of the case.', schema: ReviewSchema } },
  handle: (ports) => async (call) => {
    const { principal } = call;
    const found = await reviewedCase(ports, principal, call.params.caseId);
    const item = await noteView(ports, found, principal);
    const summary = reviewSummary(item, principal, ports.clock());
    const timeline = timelineOf(item);
    if (item.review.decided !== undefined || item.status === 'closed') {
      const reasons = item.review.reasons.map((code) => evident({ code, evidence: [] }));
      return { status: 200, body: { ...summary, reasons, timeline } };
    }
    return { status: 200, body: { ...summary, timeline, ...(await opened(ports, item)) } };
  },
});

// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase } from '../change.ts';
import { putContent } from '../contents.ts';
import { type Case, RevisionSchema } from '../records/case.ts';
import type { FeedbackContent } from '../records/content.ts';
import { IdentifierTypeSchema } from '../records/identifier.ts';
import { TextSchema } from '../records/request.ts';
import { feedbackKinds } from '../records/review.ts';
import { scannedNote } from './note.ts';
import { operation } from './operation.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import { CaseParamsSchema } from './read-request.ts';
import {
  isReviewed,
  mustBeAnother,
  mustBeOpen,
  mustHoldClaim,
  type Reviewed,
  reviewedCase,
} from './review-case.ts';
import { type Shown, shownTexts } from './shown-texts.ts';

/** As much as can be said about one review. */
const most = 64;

const BodySchema = z
  .strictObject({
    revision: RevisionSchema,
    /** `wrong`: what was found there identifies nobody. `missing`: what stands there should have been found. */
    says: z.enum(feedbackKinds),
    /** Position in `texts` of the review. */
    slot: z.int().nonnegative(),
    /** UTF-16 code units of that text, `end` exclusive. */
    start: z.int().nonnegative(),
    end: z.int().positive(),
    type: IdentifierTypeSchema,
    note: TextSchema.max(4000).optional(),
  })
  .refine(({ start, end }) => start < end, { error: 'must lie after start', path: ['end'] })
  .meta({ id: 'Feedback' });
type Body = z.infer<typeof BodySchema>;

/** What is pointed at: a finding that stands exactly there, or text that can be read. @throws Problem not-a-finding */
function pointedAt(shown: Shown, { says, slot, start, end, type }: Body): Pick<FeedbackContent, 'because'> {
  const text = shown.texts[slot];
  if (text === undefined || end > text.text.length) throw new Problem('not-a-finding');
  if (says === 'missing') {
    if (text.masked) throw new Problem('not-a-finding');
    return {};
  }
  const finding = text.findings.find(
    (each) => each.start === start && each.end === end && each.type === type,
  );
  if (finding === undefined) throw new Problem('not-a-finding');
  return { because: finding.because };
}

/** POST /v1/reviews/{caseId}/feedback: kept with the case and sealed with it; nothing is tuned from it by itself. */
export const giveFeedback = operation({
  id: 'giveFeedback',
  method: 'POST',
  path: '/v1/reviews/{caseId}/feedback',
  summary:
    'Say that a finding is wrong or that one is missing. With one missing, this revision cannot be approved.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  body: BodySchema,
  replies: { 204: { description: 'It is kept with the case.' } },
  handle: (ports) => async (call) => {
    const { principal, body } = call;
    const by = principal.subject;
    const found = await reviewedCase(ports, principal, call.params.caseId);
    await mustBeAnother(ports, found, await subjectOf(ports, principal));
    const allowed = (row: Case, now: number): Reviewed => {
      if (!isReviewed(row)) throw new Problem('not-found');
      mustBeOpen(row, now);
      if (row.review.revision !== body.revision) throw new Problem('revision-changed');
      mustHoldClaim(row.review, by, now);
      if (row.review.feedback.length >= most) throw new Problem('throttled');
      return row;
    };
    allowed(found, ports.clock());
    const { because } = pointedAt(await shownTexts(ports, found, found.review), body);
    const policy = await ports.policies.byHash(found.policy.hash);
    const { revision: of, says, slot, start, end, type } = body;
    const kept: FeedbackContent = {
      kind: 'feedback',
      by,
      of,
      says,
      slot,
      start,
      end,
      type,
      ...(because === undefined ? {} : { because }),
      ...(body.note === undefined ? {} : { note: await scannedNote(ports, found, policy, body.note) }),
    };
    const scope = { tenantId: found.tenantId, scope: found.caseId };
    const content = await putContent(ports, scope, kept, found.vaultUntil);
    await changeCase(ports, found, (row) => {
      const at = ports.clock();
      const item = allowed(row, at);
      const feedback = [...item.review.feedback, { by, at, kind: says, content }];
      return { ...item, review: { ...item.review, feedback } };
    });
    return { status: 204 };
  },
});

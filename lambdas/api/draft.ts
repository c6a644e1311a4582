// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase } from '../change.ts';
import { getContent, putContent } from '../contents.ts';
import { failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { RevisionSchema } from '../records/case.ts';
import { type DraftContent, DraftContentSchema, DraftEditSchema } from '../records/content.ts';
import { decisionReasons, decisions, type Review } from '../records/review.ts';
import { InstantViewSchema, instant } from './case-view.ts';
import { cleanText } from './clean-text.ts';
import { cleanEdit, DraftBodySchema } from './draft-body.ts';
import { forgetDrafts } from './drafts.ts';
import { operation } from './operation.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import { CaseParamsSchema } from './read-request.ts';
import {
  claimAt,
  isReviewed,
  mustBeAnother,
  mustBeOpen,
  type Reviewed,
  reviewedCase,
} from './review-case.ts';

/** As many reviewers as can have begun on one review. */
const mostDrafts = 32;
const ownDraft = (review: Review, by: string) => review.drafts.find((draft) => draft.by === by);
const without = (review: Review, by: string): Review['drafts'] =>
  review.drafts.filter((draft) => draft.by !== by);

/** @throws Problem already-decided, review-expired, revision-changed, claimed, throttled */
function mayKeep(row: Case, by: string, revision: string, now: number): Reviewed {
  if (!isReviewed(row)) throw new Problem('not-found');
  mustBeOpen(row, now);
  const { review } = row;
  if (review.revision !== revision) throw new Problem('revision-changed');
  const claim = claimAt(review, now);
  // A claim that ran out while somebody was writing does not lose what they wrote.
  if (claim !== undefined && claim.by !== by)
    throw new Problem('claimed', { members: { claimedBy: claim.by } });
  if (without(review, by).length >= mostDrafts) throw new Problem('throttled');
  return row;
}

/** PUT /v1/reviews/{caseId}/draft: keeps what is not finished, so that a sign-in that ends loses nothing. */
export const keepDraft = operation({
  id: 'keepDraft',
  method: 'PUT',
  path: '/v1/reviews/{caseId}/draft',
  summary: 'Keep an unfinished decision. It is the caller’s own, encrypted, and goes with the review.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  body: DraftBodySchema,
  replies: { 204: { description: 'It is kept; an earlier one is forgotten.' } },
  handle: (ports) => async (call) => {
    const { principal, body } = call;
    const by = principal.subject;
    const found = await reviewedCase(ports, principal, call.params.caseId);
    await mustBeAnother(ports, found, await subjectOf(ports, principal));
    mayKeep(found, by, body.revision, ports.clock());
    const content: DraftContent = {
      kind: 'draft',
      by,
      of: body.revision,
      ...(body.decision === undefined ? {} : { decision: body.decision }),
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      ...(body.note === undefined ? {} : { note: cleanText(body.note).text }),
      ...(body.edit === undefined ? {} : { edit: cleanEdit(body.edit) }),
    };
    const ref = { tenantId: found.tenantId, scope: ports.newId() };
    const until = Math.min(found.vaultUntil, found.review.expiresAt);
    const revision = await putContent(ports, ref, content, until);
    let replaced: Review['drafts'] = [];
    try {
      await changeCase(ports, found, (row) => {
        const at = ports.clock();
        const item = mayKeep(row, by, body.revision, at);
        replaced = item.review.drafts.filter((draft) => draft.by === by);
        const drafts = [...without(item.review, by), { by, at, scope: ref.scope, revision }];
        return { ...item, review: { ...item.review, drafts } };
      });
    } catch (thrown) {
      await ports.vault.purge(ref).catch(() => undefined);
      throw thrown;
    }
    await forgetDrafts(ports, found, replaced);
    return { status: 204 };
  },
});

/** The caller's draft of the revision under review. @throws Problem not-found */
async function draftOf(ports: Ports, item: Reviewed, by: string): Promise<DraftContent & { at: number }> {
  const kept = ownDraft(item.review, by);
  if (kept === undefined || item.review.decided !== undefined) throw new Problem('not-found');
  const { scope, revision, at } = kept;
  try {
    const content = await getContent(ports, { tenantId: item.tenantId, scope, revision }, DraftContentSchema);
    if (content.by === by && content.of === item.review.revision) return { ...content, at };
  } catch (thrown) {
    if (failureName(thrown) !== 'NotFound') throw thrown;
  }
  throw new Problem('not-found');
}

/** GET /v1/reviews/{caseId}/draft */
export const readDraft = operation({
  id: 'readDraft',
  method: 'GET',
  path: '/v1/reviews/{caseId}/draft',
  summary: 'The caller’s own draft of the revision under review.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  replies: {
    200: {
      description: 'As it was kept, without what may never be stored.',
      schema: z
        .strictObject({
          revision: RevisionSchema,
          at: InstantViewSchema,
          decision: z.enum(decisions).optional(),
          reason: z.enum(decisionReasons).optional(),
          note: z.string().optional(),
          edit: DraftEditSchema.optional(),
        })
        .meta({ id: 'Draft' }),
    },
  },
  handle: (ports) => async (call) => {
    const item = await reviewedCase(ports, call.principal, call.params.caseId);
    const { kind: _kind, by: _by, of, at, ...rest } = await draftOf(ports, item, call.principal.subject);
    return { status: 200, body: { revision: of, at: instant(at), ...rest } };
  },
});

/** DELETE /v1/reviews/{caseId}/draft: nothing to forget is fine. */
export const forgetDraft = operation({
  id: 'forgetDraft',
  method: 'DELETE',
  path: '/v1/reviews/{caseId}/draft',
  summary: 'Forget the caller’s draft.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  replies: { 204: { description: 'There is none any more.' } },
  handle: (ports) => async (call) => {
    const by = call.principal.subject;
    const found = await reviewedCase(ports, call.principal, call.params.caseId);
    const gone = found.review.drafts.filter((draft) => draft.by === by);
    await forgetDrafts(ports, found, gone);
    await changeCase(ports, found, (row) =>
      isReviewed(row) && ownDraft(row.review, by) !== undefined && row.status !== 'closed'
        ? { ...row, review: { ...row.review, drafts: without(row.review, by) } }
        : undefined,
    );
    return { status: 204 };
  },
});

// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase } from '../change.ts';
import { conversationScope, getContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { type Identity, IdentityMapSchema, IdentitySchema } from '../records/identity.ts';
import { TextSchema } from '../records/request.ts';
import { revealReasons } from '../records/review.ts';
import { instant, InstantViewSchema } from './case-view.ts';
import { keepNote } from './note.ts';
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
  tellOf,
} from './review-case.ts';
import { type Shown, shownTexts } from './shown-texts.ts';

const BodySchema = z.strictObject({
  /** As it stands in the text, without brackets: `NAME_1_7K`. */
  placeholder: IdentitySchema.shape.placeholder.max(64),
  reason: z.enum(revealReasons),
  /** Why it has to be seen, in words; archived, so without identifiers. */
  note: TextSchema.max(4000),
});

const stands = (shown: Shown, placeholder: string): boolean =>
  [...shown.texts, ...shown.context].some((each) => each.text.includes(`[${placeholder}`));

/** The value behind a placeholder that stands in what the reviewer is shown. @throws Problem not-found */
async function identityBehind(ports: Ports, item: Reviewed, placeholder: string): Promise<Identity> {
  const shown = await shownTexts(ports, item, item.review);
  if (!stands(shown, placeholder)) throw new Problem('not-found');
  const ref = { ...conversationScope(item), revision: shown.prompt.identities };
  const map = await getContent(ports, ref, IdentityMapSchema);
  const found = map.identities.find((identity) => identity.placeholder === placeholder);
  if (found === undefined) throw new Problem('not-found');
  return found;
}

/** Values revealed so far in all reviews of a case: its budget is one. */
const revealedIn = (item: Reviewed): number =>
  [...item.pastReviews, item.review].reduce((sum, review) => sum + review.reveals.length, 0);

/** POST /v1/reviews/{caseId}/reveal: shows one value to the claim holder, once that is on the record. */
export const reveal = operation({
  id: 'reveal',
  method: 'POST',
  path: '/v1/reviews/{caseId}/reveal',
  summary: 'See the value behind one placeholder. It is recorded who saw what, and why.',
  groups: ['reviewer', 'senior-reviewer'],
  params: CaseParamsSchema,
  body: BodySchema,
  replies: {
    200: {
      description: 'The value. It is not to be cached.',
      schema: z.strictObject({
        placeholder: z.string(),
        type: IdentitySchema.shape.type,
        value: z.string(),
        left: z.int().nonnegative(),
        /** When it has to be off the screen. */
        hideAt: InstantViewSchema,
      }),
    },
  },
  handle: (ports) => async (call) => {
    const { principal, body } = call;
    const by = principal.subject;
    const found = await reviewedCase(ports, principal, call.params.caseId);
    await mustBeAnother(ports, found, await subjectOf(ports, principal));
    const policy = await ports.policies.byHash(found.policy.hash);
    const budget = policy.review.revealBudget;
    const allowed = (row: Case, now: number): Reviewed => {
      if (!isReviewed(row)) throw new Problem('not-found');
      mustBeOpen(row, now);
      mustHoldClaim(row.review, by, now);
      // A case that moved on between looking and recording shows other text than was asked about.
      if (row.review.revision !== found.review.revision) throw new Problem('revision-changed');
      if (revealedIn(row) >= budget) throw new Problem('reveal-budget');
      return row;
    };
    try {
      allowed(found, ports.clock());
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.code === 'reveal-budget')
        await tellOf(ports, found, 'alert', 'reveal-budget');
      throw thrown;
    }
    const identity = await identityBehind(ports, found, body.placeholder);
    const note = await keepNote(ports, found, policy, by, body.note);
    const after = await changeCase(ports, found, (row) => {
      const at = ports.clock();
      const item = allowed(row, at);
      const entry = { by, at, placeholder: identity.placeholder, reason: body.reason, note };
      return { ...item, review: { ...item.review, reveals: [...item.review.reveals, entry] } };
    });
    await tellOf(ports, after, 'revealed');
    const { placeholder, type, value } = identity;
    const left = isReviewed(after) ? Math.max(0, budget - revealedIn(after)) : 0;
    const hideAt = instant(ports.clock() + policy.review.revealSeconds * 1000);
    return { status: 200, body: { placeholder, type, value, left, hideAt } };
  },
});

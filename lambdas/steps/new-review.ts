// SPDX-License-Identifier: Apache-2.0
import type { Case } from '../records/case.ts';
import type { PromptContent, ScanContent } from '../records/content.ts';
import { fourEyesOf } from '../records/four-eyes.ts';
import type { IdentifierType } from '../records/identifier.ts';
import type { Policy } from '../records/policy.ts';
import type { Review, Side } from '../records/review.ts';
import { slotsOf } from '../records/slots.ts';

/** Who may not approve what is shown: everybody who edited it on the way here. */
function editors(item: Case, side: Side, editedBy: string | undefined): string[] {
  const before = item.review?.side === side ? item.review.editedBy : [];
  return [...new Set([...before, ...(editedBy === undefined ? [] : [editedBy])])];
}

/** What a review is opened with, beside what the row knows. */
export type Shown = Readonly<{
  digest: string;
  editedBy?: string | undefined;
  /** What detectors found in it. */
  types: readonly IdentifierType[];
  /** UTF-16 code units that have to be read. */
  length: number;
  /** 0 to 1, from a keyed digest: the same on every attempt. */
  share: number;
}>;

/** Nobody reads faster than this, not even across: 100 characters a second, and at most a minute is expected. */
const readingFloor = (length: number): number => Math.min(60_000, 1000 + length * 10);

/** Why it takes two people: what the policy says of this round, and what an earlier round of the same text took. */
function fourEyes(item: Case, side: Side, policy: Policy, shown: Shown): Review['fourEyes'] {
  const reasons = (side === 'prompt' ? item.promptVerdict : item.answerVerdict)?.reasons ?? [];
  const before = item.review?.side === side ? item.review.fourEyes : [];
  const types = [...shown.types, ...(Object.keys(item.found ?? {}) as IdentifierType[])];
  const edited = editors(item, side, shown.editedBy).length > 0;
  const now = fourEyesOf(policy.review, { reasons, types, edited, share: shown.share });
  return [...new Set([...before, ...now])];
}

/** A new round: the review before it is decided and moves to the past, without its token. */
export function newReview(
  item: Case,
  input: Readonly<{ side: Side; stage: number; revision: string }>,
  policy: Policy,
  shown: Shown,
  token: string,
  now: number,
): Case {
  const { review: previous, pastReviews } = item;
  const { token: _spent, ...past } = previous ?? {};
  const review: Review = {
    side: input.side,
    revision: input.revision,
    digest: shown.digest,
    reasons: (input.side === 'prompt' ? item.promptVerdict : item.answerVerdict)?.reasons ?? [],
    openedAt: now,
    stage: input.stage,
    expiresAt: now + policy.review.expireAfterSeconds * 1000,
    token,
    editedBy: editors(item, input.side, shown.editedBy),
    approvals: [],
    reveals: [],
    fourEyes: fourEyes(item, input.side, policy, shown),
    readingFloor: readingFloor(shown.length),
    trail: [],
    untold: 0,
    feedback: [],
    drafts: [],
    told: false,
  };
  return {
    ...item,
    status: 'held',
    review,
    pastReviews: previous === undefined ? pastReviews : [...pastReviews, past as Review],
  };
}

/** What the shown content says about itself. */
export const factsOf = (content: PromptContent | ScanContent): Pick<Shown, 'types' | 'length'> =>
  content.kind === 'prompt'
    ? {
        types: content.findings.flat().map((finding) => finding.type),
        length: slotsOf(content).reduce((sum, slot) => sum + slot.text.length, 0),
      }
    : { types: content.findings.map((finding) => finding.type), length: content.answer.text.length };

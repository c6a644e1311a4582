// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { fourEyesCauses } from './four-eyes.ts';
import { ReasonSchema } from './verdict.ts';

export const sides = ['prompt', 'answer'] as const;
export type Side = (typeof sides)[number];

/** What a person may decide; `expire` is what the clock decides when nobody does. */
export const decisions = ['approve', 'edit', 'reject', 'retry'] as const;
export type Decision = (typeof decisions)[number];

/** Why a reviewer decided: codes, so that they can be counted and archived; free text goes in the note. */
export const decisionReasons = [
  'safe-as-shown',
  'identifier-removed',
  'content-corrected',
  'identifier-left',
  'unsafe-advice',
  'not-grounded',
  'attack',
  'out-of-scope',
  'checks-again',
  'other',
] as const;

/** Why a value has to be seen before somebody can decide. */
export const revealReasons = [
  'check-detection',
  'tell-people-apart',
  'understand-text',
  'patient-safety',
  'other',
] as const;
export type RevealReason = (typeof revealReasons)[number];

const revision = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const instant = z.int().nonnegative();
const person = z.string().max(128);

/** How somebody came to approve or decide, where that says something; absent for no. */
const mannerShape = {
  /** The person was a junior reviewer at that moment. */
  junior: z.literal(true).optional(),
  /** Approved without having opened the case, or sooner than its text can be read. */
  unread: z.literal(true).optional(),
  /** Decided faster than the policy's pace. */
  hurried: z.literal(true).optional(),
};

export const DecisionRecordSchema = z.strictObject({
  decision: z.enum([...decisions, 'expire']),
  /** The reviewer's subject; `clock` for an expiry. */
  by: z.string().max(128),
  at: instant,
  reason: z.enum([...decisionReasons, 'expired']),
  /** Where the workflow goes on from. */
  revision,
  /** Vault revision of the reviewer's note, if one was written. */
  note: revision.optional(),
  ...mannerShape,
});

/** What happened to a review besides approvals, reveals and the decision. `clock` did what nobody did. */
export const trailKinds = ['claimed', 'taken-over', 'returned', 'viewed', 'reminded', 'escalated'] as const;
export const TrailEntrySchema = z.strictObject({ kind: z.enum(trailKinds), by: person, at: instant });
export type TrailEntry = Readonly<z.infer<typeof TrailEntrySchema>>;
/** So much of the trail is kept whole; what comes after is counted. */
const longestTrail = 100;

/** A review with one more entry in its trail. */
export function noted<R extends Pick<Review, 'trail' | 'untold'>>(review: R, entry: TrailEntry): R {
  return review.trail.length < longestTrail
    ? { ...review, trail: [...review.trail, entry] }
    : { ...review, untold: review.untold + 1 };
}

/** What a reviewer says about the detection: kept with the case and sealed, for people; nothing is tuned from it. */
export const feedbackKinds = ['wrong', 'missing'] as const;

export const ReviewSchema = z.strictObject({
  side: z.enum(sides),
  /** The exact vault revision shown, and the keyed digest of its content: a decision binds to both. */
  revision,
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  reasons: z.array(ReasonSchema.shape.code).max(64),
  openedAt: instant,
  /** 0 waiting, 1 reminded, 2 escalated to the senior group, 3 expired. */
  stage: z.int().min(0).max(3),
  expiresAt: instant,
  /** The task token, encrypted: a bearer secret that never leaves the server. */
  token: z.string().max(4096).optional(),
  claim: z.strictObject({ by: z.string().max(128), until: instant }).optional(),
  /** Who edited the text that is shown: they may not approve it. */
  editedBy: z.array(z.string().max(128)).max(64).default([]),
  /** Approvals so far, where the policy asks for two. */
  approvals: z
    .array(
      z.strictObject({
        by: z.string().max(128),
        at: instant,
        reason: z.enum(decisionReasons).optional(),
        note: revision.optional(),
        ...mannerShape,
      }),
    )
    .max(2)
    .default([]),
  /** Findings revealed, by whom: counted against the policy's budget. */
  reveals: z
    .array(
      z.strictObject({
        by: z.string().max(128),
        at: instant,
        placeholder: z.string().max(64),
        /** Why, as a code. Reveals of earlier versions say so in the note alone. */
        reason: z.enum(revealReasons).optional(),
        /** Vault revision of what was said about it. */
        note: revision.optional(),
      }),
    )
    .max(1000)
    .default([]),
  decided: DecisionRecordSchema.optional(),
  /** Why two people have to approve; none for one. Rules about who approves are looked at when somebody does. */
  fourEyes: z.array(z.enum(fourEyesCauses)).max(8).default([]),
  /** Nobody reads what is shown in less than this, milliseconds. */
  readingFloor: z.int().nonnegative().default(0),
  trail: z.array(TrailEntrySchema).max(longestTrail).default([]),
  /** What happened after the trail was full. */
  untold: z.int().nonnegative().default(0),
  /** Vault revisions of what was said about the detection. */
  feedback: z
    .array(z.strictObject({ by: person, at: instant, kind: z.enum(feedbackKinds), content: revision }))
    .max(64)
    .default([]),
  /** Unfinished edits, one a reviewer: each in a scope of its own in the vault, which goes with the review. */
  drafts: z
    .array(z.strictObject({ by: person, at: instant, scope: z.uuid(), revision }))
    .max(32)
    .default([]),
  /** Whether the workflow has been told: the sweep tells it again until then. */
  told: z.boolean().default(false),
});

export type Review = Readonly<z.infer<typeof ReviewSchema>>;
export type DecisionRecord = Readonly<z.infer<typeof DecisionRecordSchema>>;

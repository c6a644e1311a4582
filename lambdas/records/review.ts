// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
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

const revision = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const instant = z.int().nonnegative();

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
});

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
        /** Vault revision of the reason that was given. */
        note: revision.optional(),
      }),
    )
    .max(1000)
    .default([]),
  decided: DecisionRecordSchema.optional(),
  /** Whether the workflow has been told: the sweep tells it again until then. */
  told: z.boolean().default(false),
});

export type Review = Readonly<z.infer<typeof ReviewSchema>>;
export type DecisionRecord = Readonly<z.infer<typeof DecisionRecordSchema>>;

// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CustodySchema } from './custody.ts';
import { IdentifierTypeSchema } from './identifier.ts';
import { ReviewSchema } from './review.ts';
import { ReasonSchema, verdicts } from './verdict.ts';

export const outcomes = ['released', 'rejected', 'blocked', 'expired', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

export const TenantIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
export const CaseIdSchema = z.uuidv7();
/** A vault object's random name: whoever holds it can name exactly one immutable object. */
export const RevisionSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
/** HMAC-SHA256, base64url. */
export const DigestSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** Milliseconds since 1970. */
export const InstantSchema = z.int().nonnegative();

export const PolicyRefSchema = z.strictObject({
  id: z.string().max(63),
  version: z.string().max(32),
  /** SHA-256 of the policy's canonical JSON, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a check concluded, without where: the row and the workflow carry codes only. */
export const VerdictSummarySchema = z.strictObject({
  verdict: z.enum(verdicts),
  reasons: z.array(ReasonSchema.shape.code).max(64),
});

/** What a reviewer should come to: to approve, or not to (edit, reject, retry). */
export const seedAnswers = ['approve', 'refuse'] as const;

/**
 * A case as the case store holds it: one item, changed by conditional writes on `version`. No text, and no
 * caller's string but as keyed digests.
 */
export const CaseSchema = z.strictObject({
  tenantId: TenantIdSchema,
  caseId: CaseIdSchema,
  version: z.int().nonnegative(),
  conversationId: z.uuid(),
  /** Digest of tenant, client, subject and end user: who the case belongs to (invariant 9). */
  owner: DigestSchema,
  /** Digest of the subject alone: nobody reviews their own request (invariant 8). */
  requester: DigestSchema,
  policy: PolicyRefSchema,
  status: z.enum(['accepted', 'running', 'held', 'closed']),
  acceptedAt: InstantSchema,
  /** When it last moved: what the sweep looks at. */
  movedAt: InstantSchema,
  /** Digest of the request's bytes: the same Idempotency-Key with another body is refused. */
  requestDigest: DigestSchema,
  /** Vault revisions: the raw request, the newest de-identified prompt, the newest answer or scan of one. */
  request: RevisionSchema,
  prompt: RevisionSchema.optional(),
  screening: RevisionSchema.optional(),
  answer: RevisionSchema.optional(),
  promptVerdict: VerdictSummarySchema.optional(),
  answerVerdict: VerdictSummarySchema.optional(),
  /** How many identifiers of which type were taken out of the prompt: counts for the overview. */
  found: z.partialRecord(IdentifierTypeSchema, z.int().positive()).optional(),
  /**
   * A test of a reviewer: made-up text with a known answer. It never had a workflow: nothing of it reaches a model,
   * a requester or the archive. Reviewers cannot tell it from others until they have decided.
   */
  seed: z.strictObject({ expected: z.enum(seedAnswers), by: z.string().max(128) }).optional(),
  /** The newest review, open or decided. */
  review: ReviewSchema.optional(),
  /** Reviews before it, without their tokens. */
  pastReviews: z.array(ReviewSchema).max(64).default([]),
  /** How the case is going to end: written once, before the archive (first writer wins). */
  closing: z
    .strictObject({
      outcome: z.enum(outcomes),
      at: InstantSchema,
      answer: RevisionSchema.optional(),
      error: z.string().max(64).optional(),
    })
    .optional(),
  outcome: z.enum(outcomes).optional(),
  closedAt: InstantSchema.optional(),
  /** What the owner may read once it is released. */
  released: RevisionSchema.optional(),
  /** A value that may never be stored was found late: nothing of this case may be sealed. */
  tainted: z.boolean().default(false),
  /** When the vault forgets it. */
  vaultUntil: InstantSchema,
  /** When the retention of what is archived of it is over; set with `closing`. */
  retainUntil: InstantSchema.optional(),
  /** Legal hold, erasure, containment and disposal, once it is closed. */
  custody: CustodySchema.optional(),
});

export type Case = Readonly<z.infer<typeof CaseSchema>>;
export type CaseRef = Pick<Case, 'tenantId' | 'caseId'>;
export type VerdictSummary = Readonly<z.infer<typeof VerdictSummarySchema>>;
export type PolicyRef = Readonly<z.infer<typeof PolicyRefSchema>>;

/** Cases that continue one another. `identities` and `released` name the newest identity map and the newest list of released turns in the vault. */
export const ConversationSchema = z.strictObject({
  tenantId: TenantIdSchema,
  conversationId: z.uuid(),
  version: z.int().nonnegative(),
  owner: DigestSchema,
  identities: RevisionSchema.optional(),
  released: RevisionSchema.optional(),
  usedAt: InstantSchema,
  vaultUntil: InstantSchema,
});
export type Conversation = Readonly<z.infer<typeof ConversationSchema>>;

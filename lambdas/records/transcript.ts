// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import {
  CaseIdSchema,
  DigestSchema,
  InstantSchema,
  outcomes,
  PolicyRefSchema,
  RevisionSchema,
  TenantIdSchema,
  VerdictSummarySchema,
} from './case.ts';
import { BecauseSchema } from './finding.ts';
import { AssessmentSchema } from './guardrail.ts';
import { IdentifierTypeSchema } from './identifier.ts';
import { DecisionRecordSchema, feedbackKinds, ReviewSchema, sides } from './review.ts';

const versions = z.strictObject({ product: z.string().max(32), tagger: z.string().max(32) });

/** A finding as it is archived: where it stands in the de-identified text, never what it was. */
const ArchivedFindingSchema = z.strictObject({
  slot: z.int().nonnegative(),
  type: IdentifierTypeSchema,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  score: z.number(),
  because: BecauseSchema,
});

/** One finished review, for whoever asks who let this out and why. */
const ArchivedReviewSchema = z.strictObject({
  side: z.enum(sides),
  revision: RevisionSchema,
  digest: DigestSchema,
  reasons: z.array(z.string().max(64)),
  openedAt: InstantSchema,
  stage: z.int(),
  editedBy: z.array(z.string()),
  approvals: ReviewSchema.shape.approvals,
  reveals: ReviewSchema.shape.reveals,
  /** Why it took two people, and what else happened to it. Records of earlier versions do not say. */
  fourEyes: ReviewSchema.shape.fourEyes.optional(),
  trail: ReviewSchema.shape.trail.optional(),
  untold: ReviewSchema.shape.untold.optional(),
  /** What was said about the detection; what exactly is sealed. */
  feedback: z
    .array(z.strictObject({ by: z.string().max(128), at: InstantSchema, kind: z.enum(feedbackKinds) }))
    .max(64)
    .optional(),
  decided: DecisionRecordSchema.optional(),
  /** Keyed digest of the revision that the decision led to: of an edit, the edited text. */
  decidedDigest: DigestSchema.optional(),
});

/**
 * The record: locked in plaintext because it holds no free text. One a case, whatever its outcome. It is a
 * pure function of the case row and of immutable vault objects, so that writing it twice writes the same bytes.
 */
export const TranscriptSchema = z.strictObject({
  /** 2 has versions, guardrail, delivery and usage besides. Records of version 1 stay as they are, and are read. */
  schema: z.enum(['airlock.record/1', 'airlock.record/2']),
  tenantId: TenantIdSchema,
  caseId: CaseIdSchema,
  conversationId: z.uuid(),
  owner: DigestSchema,
  /** Digest of the subject who asked, under the tenant's key: whichever client it came through. Records before it have none. */
  requester: DigestSchema.optional(),
  outcome: z.enum(outcomes),
  /** The name of the failure that ended the case, where one did. */
  error: z.string().max(64).optional(),
  acceptedAt: InstantSchema,
  closedAt: InstantSchema,
  policy: PolicyRefSchema,
  /** Names and versions of what looked at the texts. */
  detectors: z.strictObject({
    prompt: z.array(z.string()),
    answer: z.array(z.string()),
    failed: z.array(z.string()),
  }),
  /** Which product, and which model of the tagger, looked at which text. */
  versions: z
    .strictObject({ prompt: versions.optional(), answer: versions.optional(), archive: versions })
    .optional(),
  dropped: z.int().nonnegative(),
  findings: z.strictObject({
    prompt: z.array(ArchivedFindingSchema),
    answer: z.array(ArchivedFindingSchema),
  }),
  counts: z.partialRecord(IdentifierTypeSchema, z.int().positive()),
  promptVerdict: VerdictSummarySchema.optional(),
  answerVerdict: VerdictSummarySchema.optional(),
  /** What the guardrail acted on, without what it matched. */
  guardrail: z
    .strictObject({ prompt: z.array(AssessmentSchema), answer: z.array(AssessmentSchema) })
    .optional(),
  reviews: z.array(ArchivedReviewSchema),
  model: z
    .strictObject({
      id: z.string().max(200),
      stopReason: z.string().max(32),
      inputTokens: z.int(),
      outputTokens: z.int(),
    })
    .optional(),
  /** What the owner was given: the vault's revision, and its length in UTF-16 code units; its digest is `delivered`. */
  delivery: z.strictObject({ revision: RevisionSchema, characters: z.int().nonnegative() }).optional(),
  /** In the units that services are paid by (docs/cost.md), without retries; tokens are the model's. */
  usage: z
    .strictObject({
      promptPasses: z.int().nonnegative(),
      answerPasses: z.int().nonnegative(),
      /** UTF-16 code units that detectors read in a pass, of the texts as they were last. */
      promptCharacters: z.int().nonnegative(),
      answerCharacters: z.int().nonnegative(),
      /** Of 1000 characters. */
      guardrailTextUnits: z.int().nonnegative(),
      /** States that the workflow entered; absent where the way cannot be told. */
      stateTransitions: z.int().positive().optional(),
    })
    .optional(),
  sealed: z
    .strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().positive() })
    .optional(),
  /** Keyed digests under the case's key, so that erasure takes them along: of the texts, and of what was delivered. */
  digests: z.strictObject({
    request: DigestSchema.optional(),
    prompt: DigestSchema.optional(),
    answer: DigestSchema.optional(),
    delivered: DigestSchema.optional(),
  }),
  retention: z.strictObject({ mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), until: InstantSchema }),
});
export type Transcript = Readonly<z.infer<typeof TranscriptSchema>>;

/** Where a case's objects live in the archive: the date comes from the caseId (UUIDv7), so a retry across midnight finds the same key. */
export function archiveKey(kind: 'record' | 'sealed', ref: { tenantId: string; caseId: string }): string {
  const day = new Date(caseInstant(ref.caseId)).toISOString().slice(0, 10);
  return `${kind}/tenant=${ref.tenantId}/day=${day}/${ref.caseId}${kind === 'record' ? '.json' : '.sealed'}`;
}

/** The millisecond a UUIDv7 was made (RFC 9562 section 5.7). */
export const caseInstant = (caseId: string): number =>
  Number.parseInt(caseId.replaceAll('-', '').slice(0, 12), 16);

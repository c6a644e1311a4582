// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { ModelAnswerSchema } from './answer.ts';
import { DigestSchema, RevisionSchema } from './case.ts';
import { FindingSchema } from './finding.ts';
import { AssessmentSchema } from './guardrail.ts';
import { IdentifierTypeSchema } from './identifier.ts';
import { DocumentSchema, MessageSchema } from './request.ts';
import { decisionReasons, decisions, feedbackKinds } from './review.ts';
import { VerdictSchema } from './verdict.ts';

const messages = z.array(MessageSchema).min(1);
const documents = z.array(DocumentSchema);

/** The raw request as it is kept in the vault: what may never be stored has been taken out at the door. */
export const RequestContentSchema = z.strictObject({
  kind: z.literal('request'),
  messages,
  documents,
  /** How many values the door took out. */
  dropped: z.int().nonnegative(),
});

/** A reviewer's edited prompt: de-identified text with placeholders, to go round again. */
export const EditedPromptSchema = z.strictObject({
  kind: z.literal('edited-prompt'),
  messages,
  documents,
  by: z.string().max(128),
});

/** What looked at a text: the product, and the tagger's model (lambdas/version.ts). Contents of earlier versions do not say. */
const VersionsSchema = z.strictObject({ product: z.string().max(32), tagger: z.string().max(32) });

/** What Deidentify makes: the only form of a prompt that screening, reviewers and models see. */
export const PromptContentSchema = z.strictObject({
  kind: z.literal('prompt'),
  /** The revision it was made from: a `retry` starts there again. */
  source: RevisionSchema,
  messages,
  documents,
  /** Revision of the identity map, in the conversation's scope of the vault. */
  identities: RevisionSchema,
  /** The date that the others are distances from: all that the model is told of the identity map. */
  anchor: z.strictObject({ placeholder: z.string().max(64), toTheMonth: z.boolean() }).optional(),
  /** Per text slot (records/slots.ts): offsets in the de-identified text. */
  findings: z.array(z.array(FindingSchema)),
  /** Names of the detectors that ran, and of those that failed. */
  detectors: z.array(z.string()),
  versions: VersionsSchema.optional(),
  failed: z.array(z.string()),
  /** False when a detector failed or text could not be read whole: such a prompt never reaches a model. */
  complete: z.boolean(),
  /** Per slot: findings below the threshold, and stretches of disguised text. */
  uncertain: z.int().nonnegative(),
  /** False when a text was in a language that the detectors do not cover: judged before names could be taken out of it. */
  covered: z.boolean().default(true),
  hidden: z.int().nonnegative(),
  rare: z.boolean(),
  /** Per message: an assistant's turn that this conversation really released. Absent: none is known to be. */
  assistantVerified: z.array(z.boolean()).optional(),
  editedBy: z.string().max(128).optional(),
});

/** What ScreenPrompt concluded, with where: the row carries the codes only. */
export const ScreeningContentSchema = z.strictObject({
  kind: z.literal('screening'),
  prompt: RevisionSchema,
  verdict: VerdictSchema,
  /** What the guardrail acted on, without what it matched. */
  guardrail: z.array(AssessmentSchema).max(64).optional(),
});

/** A model's answer, or a reviewer's edit of one: not yet scanned. */
export const AnswerContentSchema = z.strictObject({
  kind: z.literal('answer'),
  answer: ModelAnswerSchema,
  prompt: RevisionSchema,
  editedBy: z.string().max(128).optional(),
});

/** What RescanAnswer makes: the answer with its verdict, and the exact text that a release would publish. */
export const ScanContentSchema = z.strictObject({
  kind: z.literal('scan'),
  /** The answer revision it was made from: a `retry` starts there again. */
  source: RevisionSchema,
  prompt: RevisionSchema,
  answer: ModelAnswerSchema,
  verdict: VerdictSchema,
  findings: z.array(FindingSchema),
  detectors: z.array(z.string()),
  versions: VersionsSchema.optional(),
  /** What the guardrail acted on, without what it matched. */
  guardrail: z.array(AssessmentSchema).max(64).optional(),
  /** The answer with the identities put back. Absent where restoring it was not safe. */
  restored: z.string().optional(),
  /** Where in `restored` identities stand (UTF-16): its owner is shown them marked. */
  places: z
    .array(
      z.strictObject({
        type: IdentifierTypeSchema,
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
      }),
    )
    .optional(),
  editedBy: z.string().max(128).optional(),
});

/**
 * What a conversation has said, as keyed digests under its identity map's secret: of each released answer, and of
 * the de-identified text it was restored from. In the conversation's scope of the vault.
 */
export const ReleasedTurnsSchema = z.strictObject({
  kind: z.literal('released-turns'),
  turns: z.array(z.strictObject({ restored: DigestSchema, deidentified: DigestSchema })).max(200),
});

/** A reviewer's note, or reason for a reveal: screened like a prompt before it is kept. */
export const NoteContentSchema = z.strictObject({
  kind: z.literal('note'),
  by: z.string().max(128),
  text: z.string().max(4000),
});

/** Something a reviewer says about the detection. Offsets are UTF-16 code units of the text that was shown. */
export const FeedbackContentSchema = z.strictObject({
  kind: z.literal('feedback'),
  by: z.string().max(128),
  says: z.enum(feedbackKinds),
  /** The revision that was shown, and the position of the text in it. */
  of: RevisionSchema,
  slot: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  type: IdentifierTypeSchema,
  /** Of a finding that is wrong: who had found it. */
  because: FindingSchema.shape.because.optional(),
  note: z.string().max(4000).optional(),
});

/** A text as it stands in an edit box: it may be empty. */
const unfinished = z.string();
export const DraftEditSchema = z.union([
  z.strictObject({
    messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content: unfinished })).max(200),
    documents: z
      .array(z.strictObject({ title: unfinished.max(200).optional(), content: unfinished }))
      .max(50),
  }),
  z.strictObject({ text: unfinished }),
]);

/** What a reviewer has not finished: raw work in progress, without what may never be stored. */
export const DraftContentSchema = z.strictObject({
  kind: z.literal('draft'),
  by: z.string().max(128),
  /** The revision under review that it is about. */
  of: RevisionSchema,
  decision: z.enum(decisions).optional(),
  reason: z.enum(decisionReasons).optional(),
  note: z.string().max(4000).optional(),
  edit: DraftEditSchema.optional(),
});

export type RequestContent = Readonly<z.infer<typeof RequestContentSchema>>;
export type EditedPrompt = Readonly<z.infer<typeof EditedPromptSchema>>;
export type PromptContent = Readonly<z.infer<typeof PromptContentSchema>>;
export type ScreeningContent = Readonly<z.infer<typeof ScreeningContentSchema>>;
export type AnswerContent = Readonly<z.infer<typeof AnswerContentSchema>>;
export type ScanContent = Readonly<z.infer<typeof ScanContentSchema>>;
export type ReleasedTurns = Readonly<z.infer<typeof ReleasedTurnsSchema>>;
export type NoteContent = Readonly<z.infer<typeof NoteContentSchema>>;
export type FeedbackContent = Readonly<z.infer<typeof FeedbackContentSchema>>;
export type DraftContent = Readonly<z.infer<typeof DraftContentSchema>>;

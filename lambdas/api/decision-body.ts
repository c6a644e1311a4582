// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DigestSchema, RevisionSchema } from '../records/case.ts';
import {
  DocumentSchema,
  maxPromptLength,
  MessageSchema,
  promptLength,
  TextSchema,
} from '../records/request.ts';
import { decisionReasons, decisions, type Side } from '../records/review.ts';
import { Problem } from './problems.ts';

const EditedPromptSchema = z
  .strictObject({
    messages: z.array(MessageSchema).min(1).max(200),
    documents: z.array(DocumentSchema).max(50).default([]),
  })
  .refine((edit) => edit.messages.at(-1)?.role === 'user', {
    error: 'the last message must be from the user',
    path: ['messages'],
  })
  .refine((edit) => promptLength(edit) <= maxPromptLength, {
    error: `messages and documents together may not exceed ${maxPromptLength} characters`,
    path: ['messages'],
  });
const EditedAnswerSchema = z.strictObject({ text: TextSchema.max(maxPromptLength) });

export const DecisionBodySchema = z
  .strictObject({
    decision: z.enum(decisions),
    /** What was shown: a decision binds to exactly that. */
    revision: RevisionSchema,
    digest: DigestSchema,
    reason: z.enum(decisionReasons),
    /** Free text, archived with the record: without identifiers. */
    note: TextSchema.max(4000).optional(),
    edit: z.union([EditedPromptSchema, EditedAnswerSchema]).optional(),
  })
  .refine((body) => (body.decision === 'edit') === (body.edit !== undefined), {
    error: 'goes with the decision edit, and only with it',
    path: ['edit'],
  })
  .meta({ id: 'Decision' });
export type DecisionBody = z.infer<typeof DecisionBodySchema>;

export type Edit =
  { side: 'prompt'; prompt: z.infer<typeof EditedPromptSchema> } | { side: 'answer'; text: string };

/** The edit of a decision, which must be of the side under review. @throws Problem invalid-request */
export function editFor(side: Side, body: DecisionBody): Edit | undefined {
  const { edit } = body;
  if (edit === undefined) return undefined;
  if (side === 'prompt' && 'messages' in edit) return { side, prompt: edit };
  if (side === 'answer' && 'text' in edit) return { side, text: edit.text };
  throw new Problem('invalid-request', {
    errors: [{ path: 'edit', message: side === 'prompt' ? 'must hold messages' : 'must hold text' }],
  });
}

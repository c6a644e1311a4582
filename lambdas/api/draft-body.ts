// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { RevisionSchema } from '../records/case.ts';
import { DraftEditSchema } from '../records/content.ts';
import { maxPromptLength, promptLength } from '../records/request.ts';
import { decisionReasons, decisions } from '../records/review.ts';
import { cleanPrompt, cleanText } from './clean-text.ts';

const wellFormed = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

export const DraftBodySchema = z
  .strictObject({
    /** What is shown: a draft of another revision is none. */
    revision: RevisionSchema,
    decision: z.enum(decisions).optional(),
    reason: z.enum(decisionReasons).optional(),
    note: z.string().max(4000).refine(wellFormed).optional(),
    edit: DraftEditSchema.optional(),
  })
  .refine(({ edit }) => edit === undefined || lengthOf(edit) <= maxPromptLength, {
    error: `all texts together may not exceed ${maxPromptLength} characters`,
    path: ['edit'],
  })
  .refine(({ edit }) => edit === undefined || textsOf(edit).every(wellFormed), {
    error: 'must be well-formed text without NUL',
    path: ['edit'],
  });
type DraftEdit = z.infer<typeof DraftEditSchema>;

const textsOf = (edit: DraftEdit): string[] =>
  'text' in edit
    ? [edit.text]
    : [
        ...edit.messages.map((message) => message.content),
        ...edit.documents.flatMap(({ title, content }) => [title ?? '', content]),
      ];
const lengthOf = (edit: DraftEdit): number => ('text' in edit ? edit.text.length : promptLength(edit));

/** What may never be stored is not stored in a draft either. */
export function cleanEdit(edit: DraftEdit): DraftEdit {
  if ('text' in edit) return { text: cleanText(edit.text).text };
  const { messages, documents } = cleanPrompt(edit);
  return { messages, documents };
}

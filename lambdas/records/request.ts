// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

/** Longest prompt, all messages and documents together, in UTF-16 code units. */
export const maxPromptLength = 200_000;

/** Lone surrogates cannot be encoded as UTF-8 and NUL ends strings elsewhere: neither is text. */
export const TextSchema = z
  .string()
  .min(1)
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), {
    error: 'must be well-formed text without NUL',
  });

export const MessageSchema = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: TextSchema,
});

/** Context the answer should rest on. It is data: an instruction inside it is an attack. */
export const DocumentSchema = z.strictObject({
  title: TextSchema.max(200).optional(),
  content: TextSchema,
});

/** What a requester sends to POST /v1/requests. */
export const RequestSchema = z
  .strictObject({
    policy: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
    messages: z.array(MessageSchema).min(1).max(200),
    documents: z.array(DocumentSchema).max(50).default([]),
    /** Continues an earlier case; issued by the server. */
    conversation: z.uuid().optional(),
    /** The caller's own name for its end user: identifying, so it is stored as a keyed digest only. */
    user: z.string().min(1).max(256).optional(),
  })
  .refine((request) => request.messages.at(-1)?.role === 'user', {
    error: 'the last message must be from the user',
    path: ['messages'],
  })
  .refine((request) => promptLength(request) <= maxPromptLength, {
    error: `messages and documents together may not exceed ${maxPromptLength} characters`,
    path: ['messages'],
  });

export type Message = Readonly<z.infer<typeof MessageSchema>>;
export type ContextDocument = Readonly<z.infer<typeof DocumentSchema>>;
export type Request = Readonly<z.infer<typeof RequestSchema>>;

/** Length in UTF-16 code units of all that a model would be shown of a request. */
export function promptLength(request: {
  messages: readonly Message[];
  documents: readonly ContextDocument[];
}): number {
  const messages = request.messages.reduce((sum, message) => sum + message.content.length, 0);
  return request.documents.reduce(
    (sum, document) => sum + document.content.length + (document.title?.length ?? 0),
    messages,
  );
}

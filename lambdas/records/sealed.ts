// SPDX-License-Identifier: Apache-2.0
import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { z } from 'zod';
import {
  EditedPromptSchema,
  FeedbackContentSchema,
  NoteContentSchema,
  PromptContentSchema,
  RequestContentSchema,
  ScanContentSchema,
  ScreeningContentSchema,
} from './content.ts';
import { IdentityMapSchema } from './identity.ts';
import { AnswerContentSchema } from './content.ts';

/** What is locked as ciphertext under the case's key (design section 8). */
export const SealedSchema = z.strictObject({
  schema: z.literal('airlock.sealed/1'),
  caseId: z.string(),
  request: RequestContentSchema.optional(),
  identities: IdentityMapSchema.optional(),
  prompt: PromptContentSchema.optional(),
  /** What the checks said of the prompt, with where. Objects of earlier versions do not have it. */
  screening: ScreeningContentSchema.optional(),
  answer: z.union([AnswerContentSchema, ScanContentSchema]).optional(),
  /** What reviewers were shown, wrote and decided on, by revision. */
  reviewed: z.array(
    z.strictObject({
      revision: z.string(),
      content: z.union([
        PromptContentSchema,
        ScanContentSchema,
        EditedPromptSchema,
        AnswerContentSchema,
        NoteContentSchema,
        FeedbackContentSchema,
      ]),
    }),
  ),
  /** Exactly what was delivered, where something was. */
  delivered: z.string().optional(),
});
export type Sealed = Readonly<z.infer<typeof SealedSchema>>;

const version = 1;
const ivLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM (NIST SP 800-38D) in one buffer: version byte, 12-byte nonce, 16-byte tag, ciphertext.
 * @param key 32 bytes, used for few messages; @param nonce 12 random bytes; @param context authenticated, not secret.
 */
export function seal(key: Uint8Array, context: string, plaintext: Uint8Array, nonce: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made. Throws when key, context or any byte is not what it was. */
export function unseal(key: Uint8Array, context: string, sealed: Uint8Array): Buffer {
  if (sealed.length < 1 + ivLength + tagLength || sealed[0] !== version)
    throw new RangeError('not a sealed object');
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(1, 1 + ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(1 + ivLength, 1 + ivLength + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(1 + ivLength + tagLength)), decipher.final()]);
}

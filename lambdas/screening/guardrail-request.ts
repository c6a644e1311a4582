// SPDX-License-Identifier: Apache-2.0
import type { PromptContent } from '../records/content.ts';
import type { GuardrailRequest } from '../records/guardrail.ts';
import { slotsOf } from '../records/slots.ts';

type Texts = Pick<PromptContent, 'messages' | 'documents'>;

/** What a guardrail is asked about a prompt. Unmarked blocks are skipped as soon as one is marked: every one is. */
export const promptGuardrailRequest = (prompt: Texts): GuardrailRequest => ({
  source: 'INPUT',
  content: slotsOf(prompt).map((slot) => ({ text: slot.text, qualifiers: ['guard_content'] })),
});

/** What a guardrail is asked about an answer: the text, and the documents it should rest on. */
export const answerGuardrailRequest = (text: string, { documents }: Texts): GuardrailRequest => ({
  source: 'OUTPUT',
  content: [
    { text, qualifiers: ['guard_content'] },
    ...documents.map((document) => ({
      text: document.content,
      qualifiers: ['grounding_source' as const],
    })),
  ],
});

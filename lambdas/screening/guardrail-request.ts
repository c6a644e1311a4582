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

/**
 * Contextual grounding takes this much, in characters, and refuses more (Amazon Bedrock, contextual grounding check).
 * It would take sources of 100,000; these are as long as one call's text units leave room for, as they may not be split.
 */
const limits = { sources: 12_000, query: 1000, response: 5000 };

/**
 * What a guardrail is asked about an answer: the text, and, within the limits of contextual grounding, the documents
 * it should rest on and the question. Beyond them grounding is left to the project's own check (`ungrounded`),
 * which runs in any case: a longer answer would be refused, and the rest of the check with it.
 */
export function answerGuardrailRequest(text: string, { messages, documents }: Texts): GuardrailRequest {
  const answer = { text, qualifiers: ['guard_content' as const] };
  const question = messages.at(-1)?.content ?? '';
  const sources = documents.reduce((sum, { content }) => sum + content.length, 0);
  const fits = text.length <= limits.response && sources <= limits.sources && question.length <= limits.query;
  if (documents.length === 0 || !fits) return { source: 'OUTPUT', content: [answer] };
  return {
    source: 'OUTPUT',
    content: [
      answer,
      { text: question, qualifiers: ['query'] },
      ...documents.map(({ content }) => ({ text: content, qualifiers: ['grounding_source' as const] })),
    ],
  };
}

// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

/** Why a model stopped. A reason this version does not know is `unknown`, and unknown is held. */
export const stopReasons = [
  'end',
  'length',
  'stop-sequence',
  'refused',
  'filtered',
  'tool',
  'unknown',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** Text a model wrote; unlike a request's it may be empty, but it is well-formed too: adapters repair it. */
const WrittenSchema = z.string();

/** A tool call a model asked for. `arguments` is JSON as text, unparsed: the model may have broken it. */
export const ToolCallSchema = z.strictObject({ name: WrittenSchema, arguments: WrittenSchema });

/**
 * What a model answered, whichever service it came from. Everything it wrote is in here, so that the rescan
 * can read all of it: text blocks joined by a line break, reasoning apart from text, every tool call.
 */
export const ModelAnswerSchema = z.strictObject({
  text: WrittenSchema,
  stopReason: z.enum(stopReasons),
  reasoning: WrittenSchema.optional(),
  toolCalls: z.array(ToolCallSchema).default([]),
  model: z.string().min(1).max(200),
  /** Tokens, as the service counted them. */
  usage: z.strictObject({ inputTokens: z.int().nonnegative(), outputTokens: z.int().nonnegative() }),
});

export type ToolCall = Readonly<z.infer<typeof ToolCallSchema>>;
export type ModelAnswer = Readonly<z.infer<typeof ModelAnswerSchema>>;

/** Amazon Bedrock Runtime `StopReason` (Converse). What is not in the list maps to `unknown`. */
const converse: Readonly<Record<string, StopReason>> = {
  end_turn: 'end',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  stop_sequence: 'stop-sequence',
  tool_use: 'tool',
  malformed_tool_use: 'tool',
  content_filtered: 'filtered',
  guardrail_intervened: 'filtered',
  refusal: 'refused',
};

/** OpenAI chat completions `finish_reason`. What is not in the list maps to `unknown`. */
const chatCompletions: Readonly<Record<string, StopReason>> = {
  stop: 'end',
  length: 'length',
  tool_calls: 'tool',
  function_call: 'tool',
  content_filter: 'filtered',
};

const lookUp = (table: Readonly<Record<string, StopReason>>, reason: unknown): StopReason =>
  typeof reason === 'string' && Object.hasOwn(table, reason) ? (table[reason] ?? 'unknown') : 'unknown';

/** The stop reason of a Converse answer; a missing or new one is `unknown`. */
export const fromConverse = (reason: unknown): StopReason => lookUp(converse, reason);

/** The stop reason of an OpenAI-compatible answer; a missing or new one is `unknown`. */
export const fromChatCompletions = (reason: unknown): StopReason => lookUp(chatCompletions, reason);

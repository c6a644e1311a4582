// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import {
  fromChatCompletions,
  fromConverse,
  ModelAnswerSchema,
  stopReasons,
} from '../../lambdas/records/answer.ts';

describe('the stop reason of Converse', () => {
  it.each([
    ['end_turn', 'end'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['stop_sequence', 'stop-sequence'],
    ['tool_use', 'tool'],
    ['malformed_tool_use', 'tool'],
    ['content_filtered', 'filtered'],
    ['guardrail_intervened', 'filtered'],
    ['refusal', 'refused'],
    // Never guess: what is new, missing or of another type is unknown, and unknown is held.
    ['malformed_model_output', 'unknown'],
    ['END_TURN', 'unknown'],
    ['', 'unknown'],
    ['constructor', 'unknown'],
    [undefined, 'unknown'],
    [null, 'unknown'],
    [1, 'unknown'],
  ])('%p is %s', (reason, expected) => expect(fromConverse(reason)).toBe(expected));
});

describe('the finish reason of an OpenAI-compatible server', () => {
  it.each([
    ['stop', 'end'],
    ['length', 'length'],
    ['tool_calls', 'tool'],
    ['function_call', 'tool'],
    ['content_filter', 'filtered'],
    ['end_turn', 'unknown'],
    ['__proto__', 'unknown'],
    [undefined, 'unknown'],
  ])('%p is %s', (reason, expected) => expect(fromChatCompletions(reason)).toBe(expected));
});

describe('the answer record', () => {
  const answer = {
    text: 'Hello.',
    stopReason: 'end',
    model: 'stand-in',
    usage: { inputTokens: 1, outputTokens: 1 },
  };
  it('needs no tool calls', () => expect(ModelAnswerSchema.parse(answer).toolCalls).toEqual([]));
  it.each(stopReasons)('takes the stop reason %s', (stopReason) =>
    expect(ModelAnswerSchema.safeParse({ ...answer, stopReason }).success).toBe(true),
  );
  it.each([
    ['a stop reason of a service', { stopReason: 'end_turn' }],
    ['a field nobody knows', { id: 'x' }],
    ['no model', { model: '' }],
    ['half a token', { usage: { inputTokens: 0.5, outputTokens: 1 } }],
    ['no text', { text: undefined }],
    ['tool arguments that are no text', { toolCalls: [{ name: 'x', arguments: {} }] }],
  ])('refuses %s', (_what, change) =>
    expect(ModelAnswerSchema.safeParse({ ...answer, ...change }).success).toBe(false),
  );
});

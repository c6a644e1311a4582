// SPDX-License-Identifier: Apache-2.0
import type { ModelCall } from '../lambdas/ports.ts';
import type { ModelAnswer } from '../lambdas/records/answer.ts';
import type { Model } from './model.ts';
import { answerByRule } from './stand-in-rules.ts';

/** About four characters a token: the stand-in has no tokenizer, and says what it is anyway. */
const tokensOf = (text: string): number => Math.ceil(text.length / 4);

const introduction = 'This is the stand-in model: fixed rules, no language model.';

/** The same prompt always gives the same answer, made of what it was shown and of a few fixed sentences. */
export function answerAsStandIn(call: Omit<ModelCall, 'modelId' | 'caseId'>): ModelAnswer {
  const whole = `${introduction}\n\n${answerByRule(call.messages)}`;
  const text = whole.slice(0, call.maxOutputTokens * 4).toWellFormed();
  const shown = call.messages.map((message) => message.content).join('\n');
  return {
    text,
    stopReason: text.length < whole.length ? 'length' : 'end',
    toolCalls: [],
    model: 'stand-in',
    usage: { inputTokens: tokensOf(call.system) + tokensOf(shown), outputTokens: tokensOf(text) },
  };
}

/** What answers where no model was set up: enough to see every way a case can go, useful for nothing else. */
export const standIn: Model = {
  id: 'stand-in',
  converse: async (call) => answerAsStandIn(call),
};

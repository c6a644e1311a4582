// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, everySlotRaw, nowhere } from './check.ts';

/** Calls that a model writes into its text for a client to carry out. */
const written =
  /<\/?(?:tool_call|tool_use|function_call|function_calls|invoke|tool_code|function=[\w-]{1,60})[\s>]|<\/?antml:\w{2,20}|"(?:function_call|tool_calls|tool_use)"\s{0,4}:|\{\s{0,8}"(?:name|tool|function|action)"\s{0,4}:\s{0,4}"[\w.-]{1,60}"\s{0,4},\s{0,8}"(?:arguments|parameters|input|args|action_input)"\s{0,4}:/gi;
const inText = everySlotRaw('tool-call', ({ text }) =>
  /[<{"]/.test(text)
    ? [...text.matchAll(written)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
    : [],
);

/** The model asked for a tool. There is none here, so somebody else's would be meant. */
export const toolCall: AnswerCheck = {
  code: 'tool-call',
  check: (input) => [
    ...(input.answer.stopReason === 'tool' ? [nowhere] : []),
    ...input.answer.toolCalls.map((call, index) => ({
      slot: index + 2,
      start: 0,
      end: call.name.length + 1 + call.arguments.length,
    })),
    ...inText.check(input).filter((evidence) => evidence.slot < 2),
  ],
};

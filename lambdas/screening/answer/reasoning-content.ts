// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, everySlotRaw } from './check.ts';

/** Reasoning that a model leaves in its text, between marks. */
const marks =
  /<\/?(?:think|thinking|reasoning|scratchpad|analysis|reflection|inner_monologue)>|\[\/?(?:think|thinking|scratchpad)\]|<\|[a-z_]{2,30}\|>/gi;
const inText = everySlotRaw('reasoning-content', ({ text }) =>
  /[<[]/.test(text)
    ? [...text.matchAll(marks)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
    : [],
);

/** The model's own reasoning came along, apart from the text or in it. It is scanned like the text, and never released. */
export const reasoningContent: AnswerCheck = {
  code: 'reasoning-content',
  check: (input) => [
    ...((input.answer.reasoning ?? '').trim() === ''
      ? []
      : [{ slot: 1, start: 0, end: input.answer.reasoning?.length ?? 0 }]),
    ...inText.check(input),
  ],
};

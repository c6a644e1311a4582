// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck } from './check.ts';

/** Invisible characters that ordinary writing has no use for: tags, bidirectional overrides, word joiners. */
export const hiddenText: AnswerCheck = {
  code: 'hidden-text',
  check: ({ slots }) =>
    slots.flatMap(({ hidden }, slot) => hidden.map((start) => ({ slot, start, end: start + 1 }))),
};

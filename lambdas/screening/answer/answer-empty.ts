// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, nowhere } from './check.ts';

const something = /[\p{L}\p{N}]/u;

/** No letter and no digit: nothing was said. */
export const answerEmpty: AnswerCheck = {
  code: 'answer-empty',
  check: ({ slots }) => (something.test(slots[0]?.plain ?? '') ? [] : [nowhere]),
};

// SPDX-License-Identifier: Apache-2.0
import { neverStored } from '../../privacy/drop-never-stored.ts';
import type { AnswerCheck } from './check.ts';

/** What may never be stored, such as a card verification code: nobody may even review it. */
export const droppedValue: AnswerCheck = {
  code: 'dropped-value',
  check: ({ findings }) =>
    findings.flatMap((found, slot) =>
      found.filter(({ type }) => neverStored(type)).map(({ start, end }) => ({ slot, start, end })),
    ),
};

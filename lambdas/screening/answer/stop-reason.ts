// SPDX-License-Identifier: Apache-2.0
import type { StopReason } from '../../records/answer.ts';
import type { ReasonCode } from '../../records/reason.ts';
import { type AnswerCheck, nowhere } from './check.ts';

const when = (code: ReasonCode, ...stops: readonly StopReason[]): AnswerCheck => ({
  code,
  check: ({ answer }) => (stops.includes(answer.stopReason) ? [nowhere] : []),
});

/** A reason this version does not know: nothing is known about how whole the answer is. */
export const unknownStopReason = when('unknown-stop-reason', 'unknown');
/** Cut at the length limit: what is missing may be what matters. */
export const answerTruncated = when('answer-truncated', 'length');

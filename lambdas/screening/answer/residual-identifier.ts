// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../records/finding.ts';
import type { ReasonCode } from '../../records/reason.ts';
import type { AnswerCheck, AnswerInput } from './check.ts';
import { identifies } from './identifies.ts';

const identifying = (
  code: ReasonCode,
  found: (input: AnswerInput) => readonly (readonly Finding[])[],
): AnswerCheck => ({
  code,
  check: (input) =>
    input.slots.flatMap(({ text }, slot) =>
      (found(input)[slot] ?? [])
        .filter((finding) => identifies(finding, text, input))
        .map(({ start, end }) => ({ slot, start, end })),
    ),
});

/**
 * An identifier the detectors find in the answer that is no valid placeholder: one they missed in the prompt, or
 * one the model made up. Not: what the policy keeps, public numbers and hosts, years, ages under 90.
 */
export const residualIdentifier = identifying('residual-identifier', ({ findings }) => findings);

/** The same, where a detector is less sure than the policy's threshold. */
export const uncertainDetection = identifying('uncertain-detection', ({ uncertain }) => uncertain);

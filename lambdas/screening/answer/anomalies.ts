// SPDX-License-Identifier: Apache-2.0
import type { ReasonCode } from '../../records/reason.ts';
import type { AnswerCheck } from './check.ts';

const anomaly = (code: ReasonCode): AnswerCheck => ({
  code,
  check: ({ anomalies }) =>
    anomalies.flatMap((found, slot) =>
      found.filter((each) => each.code === code).map(({ start, end }) => ({ slot, start, end })),
    ),
});

/** Nobody issued it: invented, or another conversation's. */
export const placeholderUnknown = anomaly('placeholder-unknown');
/** Its check characters are missing or wrong, so that it could be two people's. */
export const placeholderDamaged = anomaly('placeholder-damaged');
/** In a link, an image, code or a tool call. */
export const placeholderMisplaced = anomaly('placeholder-misplaced');
/** Putting the value there would change the structure of the answer. */
export const restoreUnsafe = anomaly('restore-unsafe');

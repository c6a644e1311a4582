// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Slot, Surroundings } from '../../../lambdas/screening/prompt/check.ts';
import { view } from '../../../lambdas/screening/prompt/view.ts';
import { somePolicy } from './some-policy.ts';

export const surroundings = (over: Partial<Surroundings> = {}): Surroundings => ({
  policy: somePolicy,
  totalLength: 0,
  documents: 0,
  ...over,
});

/** What a check adds up to on a text: 0.5 holds. */
export const weightOf = (
  { check }: PromptCheck,
  text: string,
  kind: Slot['kind'] = 'message',
  over: Partial<Surroundings> = {},
): number =>
  check(view({ kind, text }), surroundings(over)).reduce((sum, { weight }) => sum + weight, 0) + 1e-9;

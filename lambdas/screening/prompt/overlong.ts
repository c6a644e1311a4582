// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';

/** A message longer than this is not typed; documents have a place of their own. UTF-16 code units. */
const longestMessage = 30_000;
/** Code units a token stands for at the least, in prose of the covered languages. */
const unitsPerToken = 3;

/** Prompts that no model of the policy can take, and messages in which a flood of text hides a request. */
export const overlong: PromptCheck = {
  name: 'overlong',
  looksAt: 'both',
  check(slot, { policy, totalLength }) {
    const most = Math.max(0, ...policy.models.map(({ maxInputTokens }) => maxInputTokens)) * unitsPerToken;
    const tooMuch = policy.models.length > 0 && totalLength > most;
    if (!tooMuch && (slot.kind === 'document' || slot.text.length <= longestMessage)) return [];
    return [{ code: 'overlong-prompt', weight: 0.5, start: 0, end: slot.text.length }];
  },
};

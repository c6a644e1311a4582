// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';
import { heeded } from './heeded.ts';
import { rolePlayPhrases } from './role-play-phrases.ts';
import { phrases, signalled } from './phrase.ts';

// Labels of two voices, "[GPT]:" and "[DAN]:", by which one of them is to answer without rules.
const voices =
  /(?<![a-z])[[(\\]?(?:gpt|chatgpt|classic|jailbreak|dan|stan|aim|developer mode output|normal output)\\?[\])]?\s{0,2}[:：]/g;

const search = phrases(rolePlayPhrases, heeded);

export const rolePlay: PromptCheck = {
  name: 'role-play-jailbreak',
  looksAt: 'both',
  check(slot) {
    const labels = Array.from(slot.folded.matchAll(voices), (label) => ({
      weight: 0.4,
      start: label.index,
      end: label.index + label[0].length,
    }));
    return signalled(slot, 'role-play-jailbreak', [...search(slot.tokens), ...labels.slice(0, 2)]);
  },
};

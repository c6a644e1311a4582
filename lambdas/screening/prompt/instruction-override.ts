// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';
import { heeded } from './heeded.ts';
import { overrides } from './override-languages.ts';
import { overridePhrases } from './override-phrases.ts';
import { phrases, signalled } from './phrase.ts';

// Marks by which chat templates tell roles apart: inside a text they pretend to end it.
const templateMark =
  /<\|(?:im_start|im_end|system|user|assistant|endoftext|end)\|>|\[\/?inst\]|<<\/?sys>>|<\/?system(?:[ _-]?(?:mode|prompt|message))?>|\[\/?system(?:[ _](?:message|prompt|note))?\s?[:\]]|#{2,3} ?(?:system|instruction|new instructions?)\b|begin system (?:message|prompt)/g;

const search = phrases(overridePhrases, heeded);
const disguiseWeight = { leet: 0.3, split: 0.3, spaced: 0.6, 'typing-error': 0 } as const;

export const instructionOverride: PromptCheck = {
  name: 'instruction-override',
  looksAt: 'both',
  check(slot) {
    const found = search(slot.tokens);
    const inDisguise = found.flatMap(({ first, last }) =>
      slot.tokens.slice(first, last + 1).flatMap(({ disguise, start, end }) => {
        const weight = disguise === undefined ? 0 : disguiseWeight[disguise];
        return weight === 0 ? [] : [{ weight, start, end }];
      }),
    );
    const marks = Array.from(slot.folded.matchAll(templateMark), (mark) => ({
      weight: 0.7,
      start: mark.index,
      end: mark.index + mark[0].length,
    }));
    return [
      ...signalled(slot, 'instruction-override', [...found, ...marks.slice(0, 4), ...overrides(slot)]),
      ...signalled(slot, 'payload-smuggling', inDisguise.slice(0, 4)),
    ];
  },
};

// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';
import { extractionPhrases } from './extraction-phrases.ts';
import { phrases, signalled } from './phrase.ts';

const search = phrases(extractionPhrases);

export const promptExtraction: PromptCheck = {
  name: 'prompt-extraction',
  looksAt: 'both',
  check: (slot) => signalled(slot, 'prompt-extraction', search(slot.tokens)),
};

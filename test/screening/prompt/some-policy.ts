// SPDX-License-Identifier: Apache-2.0
import type { ScreenedPrompt } from '../../../lambdas/screening/screen-prompt.ts';

/** A policy such as the shipped ones, with nothing denied. */
export const somePolicy: ScreenedPrompt['policy'] = {
  screening: { hold: 0.5, block: 1.5 },
  rules: {},
  languages: ['en', 'es'],
  denied: { topics: [], words: [] },
  models: [{ id: 'a-model', maxInputTokens: 60_000, maxOutputTokens: 2000 }],
};

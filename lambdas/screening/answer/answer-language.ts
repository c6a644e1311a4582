// SPDX-License-Identifier: Apache-2.0
import { language } from '../prompt/language.ts';
import { view as promptView } from '../prompt/view.ts';
import { type AnswerCheck, everySlotRaw } from './check.ts';

/** Placeholders are in no language; covered up, they are not counted as words of one. */
const placeholder = /\[[a-z_]{2,20}_\d{1,5}_[0-9a-z]{2}[^\]\n]{0,8}\]/gi;

/** A stretch in a language that the policy does not cover: neither detectors nor the checks here can read it. */
export const answerLanguage: AnswerCheck = everySlotRaw('language-not-covered', ({ text }, { policy }) => {
  if (text === '') return [];
  const words = text.replaceAll(placeholder, (each) => ' '.repeat(each.length));
  return language.check(promptView({ kind: 'message', role: 'assistant', text: words }), {
    policy,
    totalLength: text.length,
    documents: 0,
  });
});

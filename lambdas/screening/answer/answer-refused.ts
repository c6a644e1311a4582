// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, nowhere } from './check.ts';

/** How a refusal begins. It must be the beginning: "I cannot say more than the letter does" ends a good answer. */
const begins =
  /^\W{0,8}(?:(?:i'm|i am|we're|we are) (?:very |really |so |truly )?(?:sorry|afraid)|sorry|my apologies|i apologi[sz]e|unfortunately|as an ai(?: language)?(?: model| assistant)?|i must (?:decline|refuse)|i have to (?:decline|refuse))?[,;:.]? ?(?:but |that |and |however,? )?(?:i|we)?(?:'m| am| must| have to)? ?(?:can't|cannot|can not|won't|will not|am unable to|unable to|not able to|decline|declining|refuse|refusing|not comfortable|not going to|am not allowed to|don't feel comfortable|do not feel comfortable)\b[^.!?\n]{1,40}\b(?:help (?:you )?with|help you|assist|answer (?:that|this|your|the)|provide|comply|fulfil\w{0,2}|respond|engage|(?:do|discuss|continue|support|create|write|generate|share) (?:with )?(?:that|this|it|such))\b/;
/** Longer answers go on to say something: they are judged by what they say. */
const longest = 320;

/** The model or its filter declined to answer. */
export const answerRefused: AnswerCheck = {
  code: 'answer-refused',
  check: ({ answer, slots }) => {
    if (answer.stopReason === 'refused' || answer.stopReason === 'filtered') return [nowhere];
    const text = slots[0];
    if (text === undefined || text.plain.length > longest) return [];
    const match = begins.exec(text.lower);
    return match === null ? [] : [{ slot: 0, start: 0, end: text.origin(match[0].length) }];
  },
};

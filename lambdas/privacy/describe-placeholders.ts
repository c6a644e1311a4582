// SPDX-License-Identifier: Apache-2.0
import type { PromptContent } from '../records/content.ts';
import { operatorFor, type Policy } from '../records/policy.ts';

/** What the model is told about placeholders: part of its instructions, fixed text and placeholders only. */
export function describePlaceholders(
  policy: Pick<Policy, 'operators'>,
  anchor: PromptContent['anchor'],
): string {
  const sentences = [
    'Personal details in this conversation have been replaced by placeholders in square brackets such as [NAME_1_XX] or [PHONE_2_XX]: a type, a number and two check characters.',
    'The same placeholder always means the same person or thing. Where you refer to one, copy its placeholder exactly, character by character, brackets included; never invent, translate, change, split or explain one, and never put one in a link, an image, a URL or code that sends data.',
    '[REMOVED] marks a value that was taken out and cannot be referred to.',
  ];
  if (operatorFor(policy, 'DATE') === 'relative' && anchor !== undefined) {
    const name = anchor.placeholder;
    sentences.push(
      `Dates are given relative to one date, [${name}]: [${name}+12d] is 12 days after it, [${name}-3d] is 3 days before it, [${name}+2m] is the month two months after its month${anchor.toTheMonth ? ' (the anchor is known to the month only; days count from its first)' : ''}.`,
      `When you state a date, compute it and write it in the same form: six weeks after [${name}] is [${name}+42d]. Never guess a calendar date.`,
    );
  }
  return sentences.join(' ');
}

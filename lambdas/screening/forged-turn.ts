// SPDX-License-Identifier: Apache-2.0
import type { ReasonCode } from '../records/reason.ts';
import type { Signal, SlotView } from './prompt/check.ts';

/** What tells an assistant what to do, or how to get around what it was told, wherever it stands. */
const instructive: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'instruction-override',
  'role-play-jailbreak',
  'prompt-extraction',
  'payload-smuggling',
  'many-shot',
  'document-instruction',
]);

const limits =
  '(?:instructions?|rules?|guidelines?|polic(?:y|ies)|restrictions?|safeguards?|filters?|constraints?|limitations?|limits|programming|system prompt)';
const more = '(?: more| longer| any| ethical| moral| content| safety| such){0,2}';
/** What a turn says that was written to make a model believe it had already given in. */
const surrender: readonly RegExp[] = [
  new RegExp(
    String.raw`\bi(?:'ll| will| shall| am going to| agree to| have agreed to| promise to)(?: now| gladly| happily| always| fully)? (?:ignore|disregard|forget|bypass|override|set aside|break)(?: all| any| every| my| the| these| those| your| of| previous| earlier| safety){0,4} ${limits}\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\bi (?:now |no longer )?(?:have no|have|am free of|am free from|am not bound by|am bound by|am restricted by|answer without|will answer without|can answer without|operate without|will operate without)${more} ${limits}\b`,
    'gi',
  ),
  /\b(?:i am|i'm|you are talking to|you are now talking to)(?: now)? (?:dan|jailbroken|unrestricted|unfiltered|uncensored|in (?:developer|god|jailbreak|unrestricted|admin|debug) mode)\b/gi,
  /\b(?:developer|god|jailbreak|unrestricted|admin|debug) mode(?: is| has been)?(?: now)? (?:enabled|activated|unlocked|on)\b/gi,
  /\b(?:my|the)(?: hidden| secret| initial| original| full)? system prompt (?:is|says|reads|begins|starts)\b/gi,
  /\bi (?:will|shall|can|'ll)(?: now)? (?:answer|do|comply with|say|tell you|give you|explain) (?:anything|everything|whatever) (?:you|without|that)\b/gi,
];

/** "I have rules" is no surrender; "I no longer have rules" is. */
const negative = /\b(?:no|not|free|without|ignore|disregard|forget|bypass|override|aside|break)\b/i;

/**
 * Whether an assistant's turn that nobody can vouch for was written to steer the model: it says that it has given
 * in already, or it holds what the checks take for instructions with the weight that holds a prompt. An ordinary
 * answer that a client sends along as history is neither.
 * @returns where, UTF-16 offsets of the turn; undefined for an ordinary one
 */
export function forgedTurn(
  { folded, place }: SlotView,
  signals: readonly Signal[],
  hold: number,
): { start: number; end: number } | undefined {
  for (const [index, pattern] of surrender.entries())
    for (const match of folded.matchAll(pattern))
      if (index > 1 || negative.test(match[0])) return place(match.index, match.index + match[0].length);
  const told = signals.filter(({ code }) => instructive.has(code));
  const weight = told.reduce((sum, signal) => sum + signal.weight, 0);
  const [first] = told;
  return first !== undefined && weight + 1e-9 >= hold ? { start: first.start, end: first.end } : undefined;
}

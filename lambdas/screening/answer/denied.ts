// SPDX-License-Identifier: Apache-2.0
import type { ReasonCode } from '../../records/reason.ts';
import { type AnswerCheck, everySlot, type Span } from './check.ts';

const edge = /[\p{L}\p{N}]/u;

/** Where a phrase stands as whole words in a text, both in lower case. */
function whole(text: string, phrase: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    const end = at + phrase.length;
    if (!edge.test(text.charAt(at - 1)) && !edge.test(text.charAt(end))) found.push({ start: at, end });
  }
  return found;
}

const phrases = (
  code: ReasonCode,
  of: (policy: Parameters<AnswerCheck['check']>[0]['policy']) => readonly string[],
) =>
  everySlot(code, (slot, { policy }) =>
    of(policy).flatMap((phrase) => whole(slot.lower, phrase.toLowerCase().trim())),
  );

/** A word that the policy denies. */
export const deniedWord = phrases('denied-word', (policy) => policy.denied.words);
/** A term of a topic that the policy denies. */
export const deniedTopic = phrases('denied-topic', (policy) =>
  policy.denied.topics.flatMap((topic) => topic.terms),
);

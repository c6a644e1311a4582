// SPDX-License-Identifier: Apache-2.0
import type { Case } from '../records/case.ts';
import type { Policy } from '../records/policy.ts';
import type { Review, Side } from '../records/review.ts';
import type { Sealed } from '../records/sealed.ts';
import { slotsOf } from '../records/slots.ts';
import type { Transcript } from '../records/transcript.ts';

/** A guardrail is billed by text units of up to so many characters. */
const textUnit = 1000;
const goesRound = (review: Review): boolean => ['edit', 'retry'].includes(review.decided?.decision ?? '');

/**
 * States that the workflow entered, as its definition has them (statemachines/airlock.asl.json), without retries of a
 * state. Of a case that failed or ran into an error it cannot be told from the row.
 */
function transitionsOf(item: Case, passes: Readonly<Record<Side, number>>, reviews: readonly Review[]) {
  const { outcome, error } = item.closing ?? {};
  const isTold =
    outcome !== undefined && outcome !== 'failed' && outcome !== 'expired' && error === undefined;
  if (!isTold) return undefined;
  // Each wait for a person is entered anew when it reminds and when it escalates; then its decision is looked at.
  const waits = reviews.reduce((sum, { stage }) => sum + stage + 1 + 1, 0);
  const invoked = item.answer === undefined ? 0 : 1;
  // Of a release the archive and the release; else the archive, what it came to, and the end.
  const end = outcome === 'released' ? 2 : 3;
  return passes.prompt * 3 + invoked + passes.answer * 2 + waits + end;
}

/** What a case cost, in the units that services are paid by; of the texts as they were last. */
export function usageOf(item: Case, sealed: Sealed, policy: Policy): NonNullable<Transcript['usage']> {
  const reviews = [...item.pastReviews, ...(item.review === undefined ? [] : [item.review])];
  const rounds = (side: Side) => reviews.filter((each) => each.side === side && goesRound(each)).length;
  const passes = {
    prompt: 1 + rounds('prompt'),
    answer: item.answer === undefined ? 0 : 1 + rounds('answer'),
  };
  const promptCharacters =
    sealed.prompt === undefined ? 0 : slotsOf(sealed.prompt).reduce((sum, { text }) => sum + text.length, 0);
  const answerCharacters = sealed.answer?.answer.text.length ?? 0;
  const units = (side: Side, characters: number) =>
    policy.detection[side].guardrail ? Math.ceil(characters / textUnit) * passes[side] : 0;
  const stateTransitions = transitionsOf(item, passes, reviews);
  return {
    promptPasses: passes.prompt,
    answerPasses: passes.answer,
    promptCharacters,
    answerCharacters,
    guardrailTextUnits: units('prompt', promptCharacters) + units('answer', answerCharacters),
    ...(stateTransitions === undefined ? {} : { stateTransitions }),
  };
}

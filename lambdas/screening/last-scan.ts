// SPDX-License-Identifier: Apache-2.0
import { removed } from '../privacy/never-stored.ts';
import type { Recognizer } from '../recognizers/recognizer.ts';
import type { PromptContent } from '../records/content.ts';
import type { IdentityMap } from '../records/identity.ts';
import { operatorFor, type Policy } from '../records/policy.ts';
import { slotsOf } from '../records/slots.ts';
import { detectIn } from './answer/read-answer.ts';

export type LastScan = Readonly<{
  prompt: PromptContent;
  map: IdentityMap;
  policy: Policy;
  recognizers: readonly Recognizer[];
}>;

/**
 * Whether a de-identified prompt still names somebody: an identifier beside valid placeholders, of a type that the
 * policy does not keep, where nothing was replaced. What an operator wrote (`90+`, the last four digits) stands where a
 * finding was, and is none. A text that cannot be read whole counts as one. Pure.
 */
export function stillNames({ prompt, map, policy, recognizers }: LastScan): boolean {
  const texts = slotsOf(prompt).map(({ text }) => text);
  const { findings, complete, failed } = detectIn(texts, { map, policy, recognizers });
  const isNew = (slot: number, start: number, end: number): boolean =>
    !(prompt.findings[slot] ?? []).some((replaced) => replaced.start <= start && end <= replaced.end) &&
    // What the door puts in the place of a password still looks like one where it stands.
    !removed.includes((texts[slot] ?? '').slice(start, end));
  const named = findings.some((found, slot) =>
    found.some(({ type, start, end }) => operatorFor(policy, type) !== 'keep' && isNew(slot, start, end)),
  );
  return named || !complete || failed.length > 0;
}

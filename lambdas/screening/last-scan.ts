// SPDX-License-Identifier: Apache-2.0
import { removed } from '../privacy/never-stored.ts';
import type { Recognizer } from '../recognizers/recognizer.ts';
import type { PromptContent } from '../records/content.ts';
import type { IdentifierType } from '../records/identifier.ts';
import type { IdentityMap } from '../records/identity.ts';
import { operatorFor, type Policy } from '../records/policy.ts';
import type { Sealed } from '../records/sealed.ts';
import { slotsOf } from '../records/slots.ts';
import { detectIn } from './answer/read-answer.ts';

export type LastScan = Readonly<{
  prompt: PromptContent;
  map: IdentityMap;
  policy: Policy;
  recognizers: readonly Recognizer[];
}>;

/** What is left in a text that should have none. `whole`: all of it could be read, by every recognizer. */
export type Left = Readonly<{ types: readonly IdentifierType[]; whole: boolean }>;

export const isClean = ({ types, whole }: Left): boolean => types.length === 0 && whole;
const distinct = (types: readonly IdentifierType[]): IdentifierType[] => [...new Set(types)].sort();

/**
 * The types of identifiers that a de-identified prompt still has: beside valid placeholders, not kept by the policy,
 * where nothing was replaced. What an operator wrote (`90+`, the last four digits) stands where a finding was, and is
 * none. Pure.
 */
export function leftInPrompt({ prompt, map, policy, recognizers }: LastScan): Left {
  const texts = slotsOf(prompt).map(({ text }) => text);
  const { findings, complete, failed } = detectIn(texts, { map, policy, recognizers });
  const isNew = (slot: number, start: number, end: number): boolean =>
    !(prompt.findings[slot] ?? []).some((replaced) => replaced.start <= start && end <= replaced.end) &&
    // What the door puts in the place of a password still looks like one where it stands.
    !removed.includes((texts[slot] ?? '').slice(start, end));
  const types = findings.flatMap((found, slot) =>
    found
      .filter(({ type, start, end }) => operatorFor(policy, type) !== 'keep' && isNew(slot, start, end))
      .map(({ type }) => type),
  );
  return { types: distinct(types), whole: complete && failed.length === 0 };
}

/** Whether a de-identified prompt still names somebody. A text that cannot be read whole counts as one that does. */
export const stillNames = (scan: LastScan): boolean => !isClean(leftInPrompt(scan));

/**
 * The same of all that the catalogue takes from what is sealed: the prompt, and the model's answer as it was before
 * identities were put back. Without a prompt and its identities nothing can be told.
 */
export function leftInSealed(sealed: Sealed, policy: Policy, recognizers: readonly Recognizer[]): Left {
  const { prompt, identities: map, answer } = sealed;
  if (prompt === undefined || map === undefined) return { types: [], whole: false };
  const asked = leftInPrompt({ prompt, map, policy, recognizers });
  const texts = answer === undefined ? [] : [answer.answer.text];
  const { findings, complete, failed } = detectIn(texts, { map, policy, recognizers });
  const answered = findings
    .flat()
    .map(({ type }) => type)
    .filter((type) => operatorFor(policy, type) !== 'keep');
  return {
    types: distinct([...asked.types, ...answered]),
    whole: asked.whole && complete && failed.length === 0,
  };
}

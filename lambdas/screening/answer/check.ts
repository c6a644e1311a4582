// SPDX-License-Identifier: Apache-2.0
import type { ModelAnswer } from '../../records/answer.ts';
import type { Finding } from '../../records/finding.ts';
import type { IdentityMap } from '../../records/identity.ts';
import type { Policy } from '../../records/policy.ts';
import type { ReasonCode } from '../../records/reason.ts';
import type { Evidence } from '../../records/verdict.ts';
import type { Sentence, View } from './view.ts';

/** A stretch of a text, UTF-16 code units, `end` exclusive. */
export type Span = Readonly<{ start: number; end: number }>;

/** An anomaly of putting the identities back, in the offsets of the de-identified answer. */
export type Anomaly = Span & Readonly<{ code: ReasonCode }>;

/**
 * What a check may look at. `slots` holds every text of the answer: 0 its text, 1 its reasoning (empty where
 * there is none), then one for each tool call, name and arguments together.
 */
export type AnswerInput = Readonly<{
  answer: ModelAnswer;
  slots: readonly View[];
  /** The last user text of the de-identified prompt, and its de-identified documents. */
  question: View;
  context: readonly View[];
  policy: Policy;
  map: IdentityMap;
  canary?: string;
  /** Per slot: what the detectors found that is not a valid placeholder. */
  findings: readonly (readonly Finding[])[];
  /** The same, below the policy's threshold. */
  uncertain: readonly (readonly Finding[])[];
  /** Whether the detectors find this very text in the de-identified prompt, where nothing should be left to find. */
  foundInPrompt(text: string): boolean;
  /** Per slot: what went wrong when the identities were put back, dry. */
  anomalies: readonly (readonly Anomaly[])[];
}>;

/** A check of the answer: no evidence, no reason. Pure; when it throws, the answer is held (rescan-answer.ts). */
export type AnswerCheck = Readonly<{
  code: ReasonCode;
  check(input: AnswerInput): readonly Evidence[];
}>;

/** Evidence of what is not a stretch of text, such as a stop reason. */
export const nowhere: Evidence = { slot: 0, start: 0, end: 0 };

/** A check that reads each text of the answer by itself and reports stretches of `plain`. */
export const everySlot = (
  code: ReasonCode,
  look: (slot: View, input: AnswerInput) => readonly Span[],
): AnswerCheck => ({
  code,
  check: (input) =>
    input.slots.flatMap((slot, index) =>
      look(slot, input).map((span) => ({
        slot: index,
        start: slot.origin(span.start),
        end: slot.origin(span.end),
      })),
    ),
});

/** A check that judges sentence by sentence: the whole sentence is the evidence. */
export const everySentence = (
  code: ReasonCode,
  judge: (sentence: Sentence, input: AnswerInput, slot: View) => boolean,
): AnswerCheck =>
  everySlot(code, (slot, input) =>
    slot.sentences
      .filter((sentence) => judge(sentence, input, slot))
      .map(({ start, text }) => ({ start, end: start + text.trimEnd().length })),
  );

/** A check that reads the text of each slot as it stands: what matters is the structure, not the wording. */
export const everySlotRaw = (
  code: ReasonCode,
  look: (slot: View, input: AnswerInput) => readonly Span[],
): AnswerCheck => ({
  code,
  check: (input) =>
    input.slots.flatMap((slot, index) =>
      look(slot, input).map(({ start, end }) => ({ slot: index, start, end })),
    ),
});

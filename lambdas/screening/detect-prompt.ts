// SPDX-License-Identifier: Apache-2.0
import type { Detection } from '../privacy/detect.ts';
import { detectSlots } from '../privacy/detect-slots.ts';
import { recognizersAt } from '../recognizers/index.ts';
import type { Policy } from '../records/policy.ts';
import type { Slot } from '../records/slots.ts';
import { language } from './prompt/language.ts';
import { screenPrompt } from './screen-prompt.ts';

export type RawPrompt = Readonly<{
  /** As they were written, with identities. */
  slots: readonly Slot[];
  policy: Policy;
  /** Which it is (UTC): the recognizers of a birth year depend on it. */
  year: number;
}>;

export type DetectedPrompt = Readonly<{
  /** One for each slot. */
  detections: readonly Detection[];
  /** Whether all texts are in languages that the detectors cover, judged on the words as they were written. */
  covered: boolean;
}>;

/** Runs every recognizer over the texts of a raw prompt. Pure. */
export function detectPrompt({ slots, policy, year }: RawPrompt): DetectedPrompt {
  // An identifier may be split over neighbouring texts, or over a user's messages with an answer in between.
  const all = slots.map((_, index) => index);
  const users = all.filter((index) => slots[index]?.kind === 'message' && slots[index].role === 'user');
  const detections = detectSlots(
    slots.map((slot) => slot.text),
    { recognizers: recognizersAt(year), threshold: policy.detection.prompt.threshold },
    users.length === all.length ? [all] : [all, users],
  );
  return {
    detections,
    covered: slots.length === 0 || screenPrompt({ slots, policy }, [language]).verdict === 'pass',
  };
}

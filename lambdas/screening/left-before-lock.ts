// SPDX-License-Identifier: Apache-2.0
import { recognizersAt } from '../recognizers/index.ts';
import { tagger } from '../recognizers/tagger/index.ts';
import { type LastScan, type Left, leftInPrompt } from './last-scan.ts';

export type PromptToLock = Omit<LastScan, 'recognizers'> &
  Readonly<{
    /** Which it is (UTC): the recognizers of a birth year depend on it. */
    year: number;
  }>;

/**
 * What is left in a de-identified prompt by the recognizers that are certain. The tagger's guesses are weighed by people
 * before this; what is certain by its form may not be locked. Pure.
 */
export const leftBeforeLock = ({ year, ...scan }: PromptToLock): Left =>
  leftInPrompt({
    ...scan,
    recognizers: recognizersAt(year).filter((recognizer) => recognizer.name !== tagger.name),
  });

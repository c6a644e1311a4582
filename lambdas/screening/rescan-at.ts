// SPDX-License-Identifier: Apache-2.0
import { recognizersAt } from '../recognizers/index.ts';
import { type Rescan, rescanAnswer, type RescanInput } from './rescan-answer.ts';

export type AnswerToRescan = Omit<RescanInput, 'recognizers'> &
  Readonly<{
    /** Which it is (UTC): the recognizers of a birth year depend on it. */
    year: number;
  }>;

/** `rescanAnswer` with every recognizer of a year: what is to be scanned is plain data. Pure; never throws. */
export const rescanAt = ({ year, ...input }: AnswerToRescan): Rescan =>
  rescanAnswer({ ...input, recognizers: recognizersAt(year) });

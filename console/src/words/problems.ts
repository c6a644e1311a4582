// SPDX-License-Identifier: Apache-2.0
import type { ApiProblem } from '../api/problem.ts';
import { frame } from './frame.ts';

/** What went wrong, in a sentence: the API's own, or ours where there was no answer. It never quotes what was sent. */
export const sentenceOf = (problem: ApiProblem): string =>
  problem.code === 'unreachable' || problem.detail === '' ? frame.offline : problem.detail;

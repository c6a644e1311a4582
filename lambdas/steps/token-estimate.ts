// SPDX-License-Identifier: Apache-2.0
import type { Policy } from '../records/policy.ts';

/** Tokens of so many characters: roughly four a token in English; three, so that the budget errs on the safe side. */
export const tokensOf = (characters: number): number => Math.ceil(characters / 3);

/** What a call of a model is counted as against the day: what it is shown, and the most that it may answer. */
export const callTokens = (policy: Pick<Policy, 'models'>, characters: number): number =>
  tokensOf(characters) + (policy.models[0]?.maxOutputTokens ?? 0);

/** The day that a budget is for: UTC, `YYYY-MM-DD`. */
export const budgetDay = (now: number): string => new Date(now).toISOString().slice(0, 10);

// SPDX-License-Identifier: Apache-2.0
import type { Retrier } from './definition.ts';

/**
 * Milliseconds before the next attempt: IntervalSeconds × BackoffRate^retries, at most MaxDelaySeconds; with full jitter a random part of
 * that. `retries` counts those of this retrier before this one. https://states-language.net/#retrying-after-error
 */
export function backOff(retrier: Retrier, retries: number, random: () => number): number {
  const { intervalSeconds, backoffRate, maxDelaySeconds = longest, fullJitter } = retrier;
  const delay = Math.min(intervalSeconds * backoffRate ** retries, maxDelaySeconds, longest) * 1000;
  return Math.round(fullJitter ? delay * random() : delay);
}

const longest = 99_999_999;

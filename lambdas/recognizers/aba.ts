// SPDX-License-Identifier: Apache-2.0
import { weightedSum } from './digits.ts';

/** The routing number check of the American Bankers Association: weights 3, 7, 1; the sum ends in 0. */
export const aba = (text: string): boolean => {
  const sum = weightedSum(text, [3, 7, 1, 3, 7, 1, 3, 7, 1]);
  return sum > 0 && sum % 10 === 0;
};

// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from './digits.ts';

/** ISO/IEC 7812-1 annex B: double every second digit from the right; the sum of all digits ends in 0. */
export const luhn = (text: string): boolean => {
  const digits = digitsOf(text).reverse();
  const sum = digits.reduce((total, digit, at) => {
    const counted = at % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return digits.length > 1 && sum % 10 === 0;
};

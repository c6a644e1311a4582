// SPDX-License-Identifier: Apache-2.0
import { digitsOf } from './digits.ts';

/** ISO/IEC 7064 MOD 11,10 over digits, the last of which is the check digit (German tax and VAT numbers). */
export const mod11of10 = (text: string): boolean => {
  const digits = digitsOf(text);
  const check = digits.pop();
  let product = 10;
  for (const digit of digits) product = (((digit + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === check;
};

// SPDX-License-Identifier: Apache-2.0

/**
 * ISO/IEC 7064 MOD 97-10 over letters (A = 10 … Z = 35) and digits; anything else is skipped. Returns the
 * remainder; a valid code, with its check digits at the end, leaves 1.
 */
export const mod97 = (text: string): number => {
  let remainder = 0;
  for (const each of text.toUpperCase()) {
    const value = parseInt(each, 36);
    if (Number.isNaN(value)) continue;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
};

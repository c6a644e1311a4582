// SPDX-License-Identifier: Apache-2.0

/**
 * ICAO Doc 9303 check digit: weights 7, 3, 1 over digits and letters (A = 10 … Z = 35), modulo 10, as the
 * last character.
 */
export const mrz731 = (text: string): boolean => {
  const all = Array.from(text.toUpperCase(), (each) => parseInt(each, 36) || 0);
  const check = all.pop();
  return all.reduce((sum, value, at) => sum + value * ([7, 3, 1][at % 3] ?? 0), 0) % 10 === check;
};

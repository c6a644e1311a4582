// SPDX-License-Identifier: Apache-2.0

/** The ASCII digits of a text as numbers, whatever joins them. */
export const digitsOf = (text: string): number[] => Array.from(text.replace(/\D/g, ''), Number);

/** The sum of the digits of a text, each times its weight; digits beyond the weights are left out. */
export const weightedSum = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digitsOf(text)[at] ?? 0), 0);

/** Whether all digits of a text are the same, as in a made-up number. */
export const allSame = (text: string): boolean => new Set(digitsOf(text)).size <= 1;

/** Whether day, month and two- or four-digit year could be a birth date. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

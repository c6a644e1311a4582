// SPDX-License-Identifier: Apache-2.0

/**
 * The value that `share` (0..1) of the measurements do not exceed: nearest rank, so always one that was measured.
 * NaN of none.
 */
export function percentile(measured: readonly number[], share: number): number {
  const sorted = [...measured].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export const median = (measured: readonly number[]): number => percentile(measured, 0.5);

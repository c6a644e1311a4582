// SPDX-License-Identifier: Apache-2.0

/** Each bucket is this much longer than the one before: a percentile read from them is within 5 % of the true one. */
const ratio = 1.1;
const last = 160;

/** The bucket of a waiting time in milliseconds: 0 up to a second, then geometric, 160 for more than 40 days. */
export const waitBucket = (milliseconds: number): number =>
  Math.min(last, Math.max(0, Math.ceil(Math.log(Math.max(1, milliseconds / 1000)) / Math.log(ratio))));

/** Seconds in the middle of a bucket, geometrically. */
const secondsOf = (bucket: number): number => Math.round(ratio ** Math.max(0, bucket - 0.5));

/** The waiting time, in seconds, that a share of all stays below; undefined where nothing was counted. */
export function waitPercentile(counts: ReadonlyMap<number, number>, share: number): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  let seen = 0;
  for (const bucket of [...counts.keys()].sort((a, b) => a - b)) {
    seen += counts.get(bucket) ?? 0;
    if (seen >= share * total) return secondsOf(bucket);
  }
  return undefined;
}

// SPDX-License-Identifier: Apache-2.0
import { slots as featureSlots } from '../lambdas/recognizers/tagger/features.ts';
import { labelCount } from '../lambdas/recognizers/tagger/labels.ts';

/** exp of the local score of each label of each token, scaled so that the best is one. */
export function localLikelihoods(weights: Float32Array, rows: Int32Array, count: number): Float64Array {
  const out = new Float64Array(count * labelCount);
  for (let at = 0; at < count; at += 1) {
    const base = at * labelCount;
    for (let slot = 0; slot < featureSlots; slot += 1) {
      const row = rows[at * featureSlots + slot] ?? 0;
      if (row < 0) continue;
      for (let label = 0; label < labelCount; label += 1)
        out[base + label] = (out[base + label] ?? 0) + (weights[row * labelCount + label] ?? 0);
    }
    let best = -Infinity;
    for (let label = 0; label < labelCount; label += 1) best = Math.max(best, out[base + label] ?? 0);
    for (let label = 0; label < labelCount; label += 1)
      out[base + label] = Math.exp((out[base + label] ?? 0) - best);
  }
  return out;
}

// SPDX-License-Identifier: Apache-2.0
import { extract, slots } from './features.ts';
import { labelCount } from './labels.ts';
import { look } from './lexicon.ts';
import type { Model } from './model.ts';
import type { Surroundings } from './surroundings.ts';

/** The likelihood of each label for each token by its own features, the best of a token being one. */
function emissions(model: Model, text: Surroundings): Float64Array {
  const { features, weights, falloff } = model;
  const least = falloff[falloff.length - 1] ?? 0;
  const out = new Float64Array(text.count * labelCount);
  const found = new Int32Array(slots);
  const sums = new Int32Array(labelCount);
  for (let index = 0; index < text.count; index += 1) {
    extract(text, index, found, 0);
    sums.fill(0);
    for (let slot = 0; slot < slots; slot += 1) {
      const row = look(features, found[slot] ?? 0, -1);
      if (row < 0) continue;
      const at = row * labelCount;
      for (let label = 0; label < labelCount; label += 1)
        sums[label] = (sums[label] ?? 0) + (weights[at + label] ?? 0);
    }
    let best = sums[0] ?? 0;
    for (let label = 1; label < labelCount; label += 1)
      if ((sums[label] ?? 0) > best) best = sums[label] ?? 0;
    for (let label = 0; label < labelCount; label += 1)
      out[index * labelCount + label] = falloff[best - (sums[label] ?? 0)] ?? least;
  }
  return out;
}

/** Makes the eight numbers from `at` sum to one. */
function normalise(values: Float64Array, at: number): void {
  let sum = 0;
  for (let label = 0; label < labelCount; label += 1) sum += values[at + label] ?? 0;
  const factor = 1 / sum;
  for (let label = 0; label < labelCount; label += 1) values[at + label] = (values[at + label] ?? 0) * factor;
}

/** P(label) of every token of a linear-chain conditional random field by forward-backward (Lafferty et al. 2001; Rabiner 1989). */
export function marginals(local: Float64Array, transitions: Float64Array, count: number): Float64Array {
  const forward = new Float64Array(local);
  if (count > 0) normalise(forward, 0);
  for (let index = 1; index < count; index += 1) {
    const at = index * labelCount;
    for (let to = 0; to < labelCount; to += 1) {
      let sum = 0;
      for (let from = 0; from < labelCount; from += 1)
        sum += (forward[at - labelCount + from] ?? 0) * (transitions[from * labelCount + to] ?? 0);
      forward[at + to] = (forward[at + to] ?? 0) * sum;
    }
    normalise(forward, at);
  }
  const seen = new Float64Array(labelCount).fill(1);
  const next = new Float64Array(labelCount);
  for (let index = count - 2; index >= 0; index -= 1) {
    const at = index * labelCount;
    for (let label = 0; label < labelCount; label += 1)
      seen[label] = (seen[label] ?? 0) * (local[at + labelCount + label] ?? 0);
    for (let from = 0; from < labelCount; from += 1) {
      let sum = 0;
      for (let to = 0; to < labelCount; to += 1)
        sum += (transitions[from * labelCount + to] ?? 0) * (seen[to] ?? 0);
      next[from] = sum;
    }
    normalise(next, 0);
    seen.set(next);
    for (let label = 0; label < labelCount; label += 1)
      forward[at + label] = (forward[at + label] ?? 0) * (next[label] ?? 0);
    normalise(forward, at);
  }
  return forward;
}

/** The probability of each label for each token, `labelCount` numbers a token. */
export const probabilities = (model: Model, text: Surroundings): Float64Array =>
  marginals(emissions(model, text), model.transitions, text.count);

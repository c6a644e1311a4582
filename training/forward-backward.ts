// SPDX-License-Identifier: Apache-2.0
import { labelCount } from '../lambdas/recognizers/tagger/labels.ts';

/** Forward and backward likelihoods of each label of each token, each token's scaled to sum to one (Rabiner 1989). */
export type Chain = Readonly<{ alpha: Float64Array; beta: Float64Array }>;

function scale(values: Float64Array, at: number): void {
  let sum = 0;
  for (let label = 0; label < labelCount; label += 1) sum += values[at + label] ?? 0;
  for (let label = 0; label < labelCount; label += 1) values[at + label] = (values[at + label] ?? 0) / sum;
}

/** Both passes over a chain with these local likelihoods and these likelihoods of steps from label to label. */
export function forwardBackward(local: Float64Array, steps: Float64Array, count: number): Chain {
  const alpha = new Float64Array(local);
  const beta = new Float64Array(local.length).fill(1);
  if (count > 0) scale(alpha, 0);
  for (let at = labelCount; at < count * labelCount; at += labelCount) {
    for (let to = 0; to < labelCount; to += 1) {
      let sum = 0;
      for (let from = 0; from < labelCount; from += 1)
        sum += (alpha[at - labelCount + from] ?? 0) * (steps[from * labelCount + to] ?? 0);
      alpha[at + to] = (alpha[at + to] ?? 0) * sum;
    }
    scale(alpha, at);
  }
  for (let at = (count - 2) * labelCount; at >= 0; at -= labelCount) {
    for (let from = 0; from < labelCount; from += 1) {
      let sum = 0;
      for (let to = 0; to < labelCount; to += 1)
        sum +=
          (steps[from * labelCount + to] ?? 0) *
          (local[at + labelCount + to] ?? 0) *
          (beta[at + labelCount + to] ?? 0);
      beta[at + from] = sum;
    }
    scale(beta, at);
  }
  return { alpha, beta };
}

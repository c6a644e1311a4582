// SPDX-License-Identifier: Apache-2.0
import { slots as featureSlots } from '../lambdas/recognizers/tagger/features.ts';
import { labelCount } from '../lambdas/recognizers/tagger/labels.ts';
import { type Chain, forwardBackward } from './forward-backward.ts';
import type { Example } from './corpus.ts';
import { dropped, type Options } from './dropout.ts';
import { localLikelihoods } from './local-likelihoods.ts';
import type { Weighted } from './pack.ts';
import type { Random } from './random.ts';

/** A linear-chain conditional random field, trained by AdaGrad (Duchi et al. 2011), one text at a time. */
export class Field {
  readonly rows: Map<number, number>;
  readonly weights: Float32Array;
  readonly transitions = new Float32Array(labelCount * labelCount);
  private readonly squares: Float32Array;
  private readonly transitionSquares = new Float32Array(labelCount * labelCount).fill(1);
  private readonly options: Options;

  constructor(rows: Map<number, number>, options: Options) {
    this.rows = rows;
    this.options = options;
    this.weights = new Float32Array(rows.size * labelCount);
    this.squares = new Float32Array(rows.size).fill(0.1);
  }

  /** The rows of an example's features, or -1; kept, so that no epoch looks them up again. */
  rowsOf(example: Example): Int32Array {
    return example.features.map((feature) => this.rows.get(feature) ?? -1);
  }

  /** One step of the gradient of the log-likelihood on one text; gives the share of tokens whose label was the likeliest. */
  learn(rows: Int32Array, gold: Uint8Array, random: Random): number {
    const count = gold.length;
    const kept = dropped(this.options, random, rows, count);
    const local = localLikelihoods(this.weights, kept, count);
    const steps = Float64Array.from(this.transitions, Math.exp);
    const { alpha, beta } = forwardBackward(local, steps, count);
    const error = new Float64Array(labelCount);
    const chances = new Float64Array(labelCount);
    let right = 0;
    for (let at = 0; at < count; at += 1) {
      let norm = 0;
      let best = 0;
      let sum = 0;
      for (let label = 0; label < labelCount; label += 1) {
        chances[label] = (alpha[at * labelCount + label] ?? 0) * (beta[at * labelCount + label] ?? 0);
        sum += chances[label] ?? 0;
      }
      for (let label = 0; label < labelCount; label += 1) {
        const chance = (chances[label] ?? 0) / sum;
        if ((chances[label] ?? 0) > (chances[best] ?? 0)) best = label;
        error[label] = chance - (gold[at] === label ? 1 : 0);
        norm += (error[label] ?? 0) * (error[label] ?? 0);
      }
      if (best === gold[at]) right += 1;
      if (norm < 1e-5) continue;
      this.update(kept, at, error, norm);
      if (at > 0) this.updateStep(gold, at, { alpha, beta }, steps, local);
    }
    return right / Math.max(count, 1);
  }

  private update(rows: Int32Array, at: number, error: Float64Array, norm: number): void {
    const { rate, decay } = this.options;
    for (let slot = 0; slot < featureSlots; slot += 1) {
      const row = rows[at * featureSlots + slot] ?? 0;
      if (row < 0) continue;
      const square = (this.squares[row] ?? 0) + norm;
      this.squares[row] = square;
      const step = rate / Math.sqrt(square);
      const base = row * labelCount;
      for (let label = 0; label < labelCount; label += 1) {
        const weight = this.weights[base + label] ?? 0;
        this.weights[base + label] = weight - step * ((error[label] ?? 0) + decay * weight);
      }
    }
  }

  private updateStep(
    gold: Uint8Array,
    at: number,
    chain: Chain,
    steps: Float64Array,
    local: Float64Array,
  ): void {
    const before = (at - 1) * labelCount;
    const here = at * labelCount;
    const pair = new Float64Array(labelCount * labelCount);
    let sum = 0;
    for (let from = 0; from < labelCount; from += 1)
      for (let to = 0; to < labelCount; to += 1) {
        const value =
          (chain.alpha[before + from] ?? 0) *
          (steps[from * labelCount + to] ?? 0) *
          (local[here + to] ?? 0) *
          (chain.beta[here + to] ?? 0);
        pair[from * labelCount + to] = value;
        sum += value;
      }
    const wanted = (gold[at - 1] ?? 0) * labelCount + (gold[at] ?? 0);
    for (let cell = 0; cell < pair.length; cell += 1) {
      const gradient = (pair[cell] ?? 0) / sum - (cell === wanted ? 1 : 0);
      this.transitionSquares[cell] = (this.transitionSquares[cell] ?? 0) + gradient * gradient;
      const weight = this.transitions[cell] ?? 0;
      this.transitions[cell] =
        weight -
        (this.options.rate * (gradient + this.options.decay * weight)) /
          Math.sqrt(this.transitionSquares[cell] ?? 0);
    }
  }

  /** The `most` features that matter most, as the tagger keeps them. */
  heaviest(most: number): Map<number, number> {
    const weighed = [...this.rows].map(([key, row]) => {
      let norm = 0;
      for (let label = 0; label < labelCount; label += 1)
        norm = Math.max(norm, Math.abs(this.weights[row * labelCount + label] ?? 0));
      return [key, row, norm * Math.log(2 + (this.squares[row] ?? 0))] as const;
    });
    weighed.sort((a, b) => b[2] - a[2] || a[0] - b[0]);
    return new Map(weighed.slice(0, most).map(([key, row]) => [key, row]));
  }

  /** The field with only these features, to be trained on. */
  only(rows: ReadonlyMap<number, number>): Field {
    const kept = new Field(new Map([...rows.keys()].map((key, row) => [key, row])), this.options);
    [...rows.values()].forEach((old, row) => {
      kept.weights.set(this.weights.subarray(old * labelCount, (old + 1) * labelCount), row * labelCount);
      kept.squares[row] = this.squares[old] ?? 0;
    });
    kept.transitions.set(this.transitions);
    kept.transitionSquares.set(this.transitionSquares);
    return kept;
  }

  result(): Weighted {
    return { keys: Int32Array.from(this.rows.keys()), weights: this.weights, transitions: this.transitions };
  }
}

// SPDX-License-Identifier: Apache-2.0
import { slots as featureSlots } from '../lambdas/recognizers/tagger/features.ts';
import { labelCount } from '../lambdas/recognizers/tagger/labels.ts';
import { type Chain, forwardBackward } from './forward-backward.ts';
import type { Example } from './corpus.ts';
import type { Weighted } from './pack.ts';
import type { Random } from './random.ts';

/** Numbers every feature that is met at least `least` times. */
export function index(examples: readonly Example[], least: number): Map<number, number> {
  const size = 1 << 24;
  const keys = new Int32Array(size);
  const counts = new Uint8Array(size);
  const rows = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) {
      let at = (feature ^ (feature >>> 9)) & (size - 1);
      let tries = 0;
      while (keys[at] !== 0 && keys[at] !== feature && tries < 32) {
        at = (at + 1) & (size - 1);
        tries += 1;
      }
      if (keys[at] !== feature && keys[at] !== 0) continue;
      keys[at] = feature;
      const count = (counts[at] ?? 0) + 1;
      if (count > 255) continue;
      counts[at] = count;
      if (count === least && feature !== 0) rows.set(feature, rows.size);
    }
  return rows;
}

/** Slots whose features give away which word it is, and those that look it up in the lists. */
const spelling = new Set([0, 1, 2, 3, 4, 27, 28]);
const looking = new Set([6, 7, 8, 9, 18, 19, 20, 21, 31, 35, 36, 39]);
const masks = { none: 0, spelling: 1, looking: 2 } as const;

/** The trainer's options. */
export type Options = Readonly<{
  rate: number;
  decay: number;
  dropSpelling: number;
  dropLists: number;
  dropAny: number;
}>;

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

  private dropped(random: Random, rows: Int32Array, count: number): Int32Array {
    const { dropSpelling, dropLists, dropAny } = this.options;
    const kept = new Int32Array(rows);
    for (let at = 0; at < count; at += 1) {
      const luck = random.next();
      const mask =
        luck < dropSpelling ? masks.spelling : luck < dropSpelling + dropLists ? masks.looking : masks.none;
      for (let slot = 0; slot < featureSlots; slot += 1)
        if (
          (mask === masks.spelling && spelling.has(slot)) ||
          (mask === masks.looking && looking.has(slot)) ||
          random.chance(dropAny)
        )
          kept[at * featureSlots + slot] = -1;
    }
    return kept;
  }

  /** exp of the local score of each label of each token, scaled so that the best is one. */
  local(rows: Int32Array, count: number): Float64Array {
    const out = new Float64Array(count * labelCount);
    for (let at = 0; at < count; at += 1) {
      const base = at * labelCount;
      for (let slot = 0; slot < featureSlots; slot += 1) {
        const row = rows[at * featureSlots + slot]!;
        if (row < 0) continue;
        for (let label = 0; label < labelCount; label += 1)
          out[base + label]! += this.weights[row * labelCount + label]!;
      }
      let best = -Infinity;
      for (let label = 0; label < labelCount; label += 1) best = Math.max(best, out[base + label]!);
      for (let label = 0; label < labelCount; label += 1)
        out[base + label] = Math.exp(out[base + label]! - best);
    }
    return out;
  }

  /** One step of the gradient of the log-likelihood on one text; gives the share of tokens whose label was the likeliest. */
  learn(rows: Int32Array, gold: Uint8Array, random: Random): number {
    const count = gold.length;
    const kept = this.dropped(random, rows, count);
    const local = this.local(kept, count);
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
        chances[label] = alpha[at * labelCount + label]! * beta[at * labelCount + label]!;
        sum += chances[label]!;
      }
      for (let label = 0; label < labelCount; label += 1) {
        const chance = chances[label]! / sum;
        if (chances[label]! > chances[best]!) best = label;
        error[label] = chance - (gold[at] === label ? 1 : 0);
        norm += error[label]! * error[label]!;
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
      const row = rows[at * featureSlots + slot]!;
      if (row < 0) continue;
      const square = this.squares[row]! + norm;
      this.squares[row] = square;
      const step = rate / Math.sqrt(square);
      const base = row * labelCount;
      for (let label = 0; label < labelCount; label += 1) {
        const weight = this.weights[base + label]!;
        this.weights[base + label] = weight - step * (error[label]! + decay * weight);
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
          chain.alpha[before + from]! *
          steps[from * labelCount + to]! *
          local[here + to]! *
          chain.beta[here + to]!;
        pair[from * labelCount + to] = value;
        sum += value;
      }
    const wanted = gold[at - 1]! * labelCount + gold[at]!;
    for (let cell = 0; cell < pair.length; cell += 1) {
      const gradient = pair[cell]! / sum - (cell === wanted ? 1 : 0);
      this.transitionSquares[cell]! += gradient * gradient;
      const weight = this.transitions[cell]!;
      this.transitions[cell] =
        weight -
        (this.options.rate * (gradient + this.options.decay * weight)) /
          Math.sqrt(this.transitionSquares[cell]!);
    }
  }

  /** The `most` features that matter most, as the tagger keeps them. */
  heaviest(most: number): Map<number, number> {
    const weighed = [...this.rows].map(([key, row]) => {
      let norm = 0;
      for (let label = 0; label < labelCount; label += 1)
        norm = Math.max(norm, Math.abs(this.weights[row * labelCount + label]!));
      return [key, row, norm * Math.log(2 + this.squares[row]!)] as const;
    });
    weighed.sort((a, b) => b[2] - a[2] || a[0] - b[0]);
    return new Map(weighed.slice(0, most).map(([key, row]) => [key, row]));
  }

  /** The field with only these features, to be trained on. */
  only(rows: ReadonlyMap<number, number>): Field {
    const kept = new Field(new Map([...rows.keys()].map((key, row) => [key, row])), this.options);
    [...rows.values()].forEach((old, row) => {
      kept.weights.set(this.weights.subarray(old * labelCount, (old + 1) * labelCount), row * labelCount);
      kept.squares[row] = this.squares[old]!;
    });
    kept.transitions.set(this.transitions);
    kept.transitionSquares.set(this.transitionSquares);
    return kept;
  }

  result(): Weighted {
    return { keys: Int32Array.from(this.rows.keys()), weights: this.weights, transitions: this.transitions };
  }
}

// SPDX-License-Identifier: Apache-2.0
import { brotliCompressSync, constants } from 'node:zlib';
import { labelCount } from '../lambdas/recognizers/tagger/labels.ts';
import type { PackedModel } from '../lambdas/recognizers/tagger/model.ts';

/** Features and their weights before quantisation: `labelCount` numbers a key. */
export type Weighted = Readonly<{ keys: Int32Array; weights: Float32Array; transitions: Float32Array }>;

const squeeze = (bytes: Uint8Array): string =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  }).toString('base64');

/** Ascending unsigned numbers as LEB128 differences. */
export function packKeys(ascending: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const key of ascending) {
    let difference = key - before;
    before = key;
    while (difference >= 128) {
      bytes.push((difference % 128) + 128);
      difference = Math.floor(difference / 128);
    }
    bytes.push(difference);
  }
  return Uint8Array.from(bytes);
}

/** Quantises weights to a byte each and packs them with the lexicon (word hash to bits of `lists`). */
export function pack(lexicon: ReadonlyMap<number, number>, trained: Weighted): PackedModel {
  const words = [...lexicon].map(([key, bits]) => [key >>> 0, bits] as const).sort((a, b) => a[0] - b[0]);
  const order = Array.from(trained.keys, (key, row) => [key >>> 0, row] as const).sort((a, b) => a[0] - b[0]);
  const largest = trained.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = Math.max(largest / 127, 1e-6);
  const columns = new Uint8Array(order.length * labelCount);
  for (let label = 0; label < labelCount; label += 1)
    order.forEach(([, row], place) => {
      columns[label * order.length + place] =
        Math.round((trained.weights[row * labelCount + label] ?? 0) / scale) & 255;
    });
  return {
    lexicon: {
      count: words.length,
      keys: squeeze(packKeys(words.map(([key]) => key))),
      bits: squeeze(
        Uint8Array.from([...words.map(([, bits]) => bits & 255), ...words.map(([, bits]) => bits >>> 8)]),
      ),
    },
    features: {
      count: order.length,
      keys: squeeze(packKeys(order.map(([key]) => key))),
      weights: squeeze(columns),
    },
    scale: Number(scale.toPrecision(8)),
    transitions: Array.from(trained.transitions, (weight) => Number(weight.toPrecision(6))),
  };
}

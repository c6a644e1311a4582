// SPDX-License-Identifier: Apache-2.0
import { brotliDecompressSync } from 'node:zlib';
import { labelCount } from './labels.ts';
import { type Table, tableOf } from './lexicon.ts';

/** A trained tagger. */
export type Model = Readonly<{
  /** Word hash to bits of `lists`. */
  lexicon: Table;
  /** Feature to its row in `weights`. */
  features: Table;
  /** `labelCount` weights a row. */
  weights: Int8Array;
  /** exp of minus n units of weight, for the differences that can matter. */
  falloff: Float64Array;
  /** exp of the weight of label j after label i, at i * labelCount + j. */
  transitions: Float64Array;
}>;

/** A model as it is kept: numbers sorted, differences as varints, brotli, base64. */
export type PackedModel = Readonly<{
  lexicon: Readonly<{ count: number; keys: string; bits: string }>;
  features: Readonly<{ count: number; keys: string; weights: string }>;
  scale: number;
  transitions: readonly number[];
}>;

const bytesOf = (packed: string): Buffer => brotliDecompressSync(Buffer.from(packed, 'base64'));

/** Undoes `packKeys`: LEB128 differences of ascending unsigned numbers. */
export function unpackKeys(bytes: Uint8Array, count: number): Int32Array {
  const keys = new Int32Array(count);
  let at = 0;
  let key = 0;
  for (let index = 0; index < count; index += 1) {
    let difference = 0;
    let factor = 1;
    let byte = 128;
    while (byte >= 128) {
      byte = bytes[at] ?? 0;
      at += 1;
      difference += (byte & 127) * factor;
      factor *= 128;
    }
    key += difference;
    keys[index] = key | 0;
  }
  return keys;
}

/** Reads a packed model. */
export function unpack(packed: PackedModel): Model {
  const { lexicon, features } = packed;
  const bits = bytesOf(lexicon.bits);
  const low = bits.subarray(0, lexicon.count);
  const high = bits.subarray(lexicon.count);
  const columns = bytesOf(features.weights);
  const weights = new Int8Array(features.count * labelCount);
  // Kept label by label, which compresses better; used row by row.
  for (let label = 0; label < labelCount; label += 1)
    for (let row = 0; row < features.count; row += 1)
      weights[row * labelCount + label] = columns[label * features.count + row] ?? 0;
  return {
    lexicon: tableOf(
      unpackKeys(bytesOf(lexicon.keys), lexicon.count),
      Int32Array.from(low, (value, index) => value | ((high[index] ?? 0) << 8)),
    ),
    features: tableOf(
      unpackKeys(bytesOf(features.keys), features.count),
      Int32Array.from({ length: features.count }, (_, row) => row),
    ),
    weights,
    falloff: Float64Array.from({ length: Math.ceil(18 / packed.scale) }, (_, n) =>
      Math.exp(-n * packed.scale),
    ),
    transitions: Float64Array.from(packed.transitions, Math.exp),
  };
}

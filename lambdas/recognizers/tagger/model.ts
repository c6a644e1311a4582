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

/** The bits of `lists`, kept as all low bytes and then all high bytes. */
function unpackBits(bytes: Uint8Array, count: number): Int32Array {
  const bits = new Int32Array(count);
  for (let index = 0; index < count; index += 1)
    bits[index] = (bytes[index] ?? 0) | ((bytes[count + index] ?? 0) << 8);
  return bits;
}

/** Weights are kept label by label, which compresses better, and used row by row. */
function unpackWeights(columns: Uint8Array, count: number): Int8Array {
  const weights = new Int8Array(count * labelCount);
  for (let row = 0; row < count; row += 1)
    for (let label = 0; label < labelCount; label += 1)
      weights[row * labelCount + label] = columns[label * count + row] ?? 0;
  return weights;
}

function rowNumbers(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

/** Reads a packed model. */
export function unpack({ lexicon, features, scale, transitions }: PackedModel): Model {
  return {
    lexicon: tableOf(
      unpackKeys(bytesOf(lexicon.keys), lexicon.count),
      unpackBits(bytesOf(lexicon.bits), lexicon.count),
    ),
    features: tableOf(unpackKeys(bytesOf(features.keys), features.count), rowNumbers(features.count)),
    weights: unpackWeights(bytesOf(features.weights), features.count),
    falloff: Float64Array.from({ length: Math.ceil(18 / scale) }, (_, n) => Math.exp(-n * scale)),
    transitions: Float64Array.from(transitions, Math.exp),
  };
}

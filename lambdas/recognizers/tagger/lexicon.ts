// SPDX-License-Identifier: Apache-2.0

/** What the word lists say of a word, as bits: a word may be in many lists. */
export const lists = {
  givenCommon: 1,
  given: 2,
  familyCommon: 4,
  family: 8,
  cityBig: 16,
  city: 32,
  region: 64,
  demonym: 128,
  everyday: 256,
  ordinary: 512,
  rare: 1024,
  medical: 2048,
  organisation: 4096,
  profession: 8192,
  eponym: 16384,
  street: 32768,
} as const;

/**
 * A number (a hash) to what is known of it, in open addressing: no strings are kept. `present` is a bitmap that says of most
 * numbers that they are not there, without touching the rest.
 */
export type Table = Readonly<{
  mask: number;
  /** Key and value beside each other: finding one has already fetched the other from memory. */
  entries: Int32Array;
  present: Int32Array;
  bits: number;
}>;

/** Builds the table. Keys are distinct; a key of 0 is not kept, as 0 marks a free place. */
export function tableOf(keys: Int32Array, values: ArrayLike<number>): Table {
  let size = 1024;
  while (size < keys.length * 1.5) size *= 2;
  const table = {
    mask: size - 1,
    entries: new Int32Array(size * 2),
    present: new Int32Array(size / 4),
    bits: size * 8 - 1,
  };
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    if (key === 0) continue;
    const bit = (key ^ (key >>> 13)) & table.bits;
    table.present[bit >>> 5] = (table.present[bit >>> 5] ?? 0) | (1 << (bit & 31));
    let at = (key ^ (key >>> 15)) & table.mask;
    while (table.entries[at * 2] !== 0) at = (at + 1) & table.mask;
    table.entries[at * 2] = key;
    table.entries[at * 2 + 1] = values[index] ?? 0;
  }
  return table;
}

/** The value of a key, or `missing`. */
export function look(table: Table, key: number, missing: number): number {
  const bit = (key ^ (key >>> 13)) & table.bits;
  if (((table.present[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return missing;
  const { mask, entries } = table;
  let at = (key ^ (key >>> 15)) & mask;
  for (;;) {
    const found = entries[at * 2] ?? 0;
    if (found === key) return entries[at * 2 + 1] ?? 0;
    if (found === 0) return missing;
    at = (at + 1) & mask;
  }
}

// SPDX-License-Identifier: Apache-2.0

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo): state of an empty word. */
export const emptyHash = 0x811c9dc5 | 0;

/** FNV-1a, one code unit further. */
export const addToHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The hash of a whole word, as the tokeniser computes it of a lower-case word. */
export function hashWord(word: string): number {
  let hash = emptyHash;
  for (let at = 0; at < word.length; at += 1) hash = addToHash(hash, word.charCodeAt(at));
  return hash;
}

/** One number of two, in order; the finaliser is murmur3's (Appleby). */
export function mix(slot: number, value: number): number {
  let hash = Math.imul(value ^ Math.imul(slot, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

// SPDX-License-Identifier: Apache-2.0

const ascii = /^\p{ASCII}*$/u;
const accent = /[\u0300-\u036f]/g;

/** A folded text and the way back: `origins[i]` is the offset before folding of folded offset `i`. */
export type Folded = Readonly<{ folded: string; origins: Uint32Array | undefined }>;

/** Folds a text for matching: lower case, accents off, compatibility forms. Offsets are UTF-16. */
export function fold(text: string): Folded {
  if (ascii.test(text)) return { folded: text.toLowerCase(), origins: undefined };
  const origins: number[] = [];
  let folded = '';
  let offset = 0;
  for (const character of text) {
    const plain =
      character <= '\u007e'
        ? character.toLowerCase()
        : character.normalize('NFKC').normalize('NFD').replace(accent, '').normalize('NFC').toLowerCase();
    for (let index = 0; index < plain.length; index += 1) origins.push(offset);
    folded += plain;
    offset += character.length;
  }
  origins.push(offset);
  return { folded, origins: Uint32Array.from(origins) };
}

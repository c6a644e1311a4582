// SPDX-License-Identifier: Apache-2.0
import { lookAlikes } from './look-alikes.ts';

/** A folded text and the way back: `origins[i]` is the original offset of folded offset `i`. */
export type Folded = Readonly<{
  folded: string;
  origins: Uint32Array | undefined;
  hidden: Readonly<{ count: number; spelled: string; start: number; end: number }>;
}>;

const nothingHidden = { count: 0, spelled: '', start: 0, end: 0 } as const;
const ascii = /^\p{ASCII}*$/u;
const format = /^[\p{Cf}\p{Cc}]$/u;
// Blank letters and variation selectors, which Unicode does not count as format characters. Hexadecimal code points.
const blanks = new Set([0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0]);
// Joiners and variation selectors shape emoji and Indic scripts: they are dropped, but they hide nothing.
const shaping = new Set([0x200c, 0x200d, 0xfe0e, 0xfe0f]);
const selector = (code: number) => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
const invisible = (character: string, code: number) =>
  format.test(character) || blanks.has(code) || selector(code);
const accent = /[\u0300-\u036f]/g;

/** Characters of the tag block (U+E0020 to U+E007E) spell invisible ASCII. */
const tagged = (code: number) =>
  code >= 0xe0020 && code <= 0xe007e ? String.fromCharCode(code - 0xe0000) : '';

function foldCharacter(character: string): string {
  const plain = character
    .normalize('NFKC')
    .normalize('NFD')
    .replace(accent, '')
    .normalize('NFC')
    .toLowerCase();
  return plain;
}

/**
 * Folds a text for matching: NFKC, lower case, accents off, invisible characters dropped, look-alike letters
 * of other alphabets read as the Latin ones where a word mixes them. Offsets can be traced to the original.
 */
export function fold(text: string): Folded {
  if (ascii.test(text)) return { folded: text.toLowerCase(), origins: undefined, hidden: nothingHidden };
  const origins: number[] = [];
  let folded = '';
  let count = 0;
  let spelled = '';
  let start = -1;
  let end = 0;
  let offset = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0x7e && invisible(character, code)) {
      spelled += tagged(code);
      if (!shaping.has(code)) {
        count += 1;
        if (start < 0) start = offset;
        end = offset + character.length;
      }
    } else {
      const plain = code <= 0x7e ? character.toLowerCase() : foldCharacter(character);
      for (let index = 0; index < plain.length; index += 1) origins.push(offset);
      folded += plain;
    }
    offset += character.length;
  }
  origins.push(offset);
  return {
    folded: undisguise(folded),
    origins: Uint32Array.from(origins),
    hidden: { count, spelled, start: Math.max(start, 0), end },
  };
}

const foreignLetters = /[\u0370-\u03ff\u0400-\u04ff\u13a0-\u13ff\u1d00-\u1dbf]/u;
const words = /[\p{L}\p{N}]{2,64}/gu;
const latin = /[a-z]/;

/** A word that mixes Latin letters with look-alikes is read as Latin; a Russian or Greek word stays. */
function undisguise(folded: string): string {
  if (!foreignLetters.test(folded)) return folded;
  return folded.replace(words, (word) =>
    latin.test(word) && foreignLetters.test(word)
      ? Array.from(word, (letter) => lookAlikes[letter] ?? letter).join('')
      : word,
  );
}

// SPDX-License-Identifier: Apache-2.0
import type { Span } from './check.ts';

const between = /[^\p{L}\p{N}]+/gu;
const accents = /\p{M}/gu;
const beyondAscii = /[^ -~\n\t\r]/;
const accent = /^\p{M}$/u;
const letter = /[\p{L}\p{N}]/u;

const plainly = (text: string) =>
  beyondAscii.test(text) ? text.normalize('NFD').replaceAll(accents, '') : text;

/** The letters and digits of a text, without accents: what is left of a value however it is spaced or punctuated. */
export const squeezed = (text: string): string => plainly(text).replaceAll(between, '');

/** A squeezed text with the way back. Costlier than `squeezed`: ask that first. */
export type Squeeze = Readonly<{
  /** Where a form stands; with `whole`, only where it begins and ends as words do. UTF-16 code units. */
  find(form: string, whole?: boolean): Span[];
}>;

/** Squeezes a text, remembering where each letter stood. */
export function squeeze(text: string): Squeeze {
  const at: number[] = [];
  const starts = new Set<number>();
  const ends = new Set<number>();
  let result = '';
  let inWord = false;
  let index = 0;
  for (const character of text) {
    if (letter.test(character)) {
      if (!inWord) starts.add(result.length);
      const plain = plainly(character);
      for (let unit = 0; unit < plain.length; unit += 1) at.push(index);
      result += plain;
      inWord = true;
    } else if (!accent.test(character)) {
      if (inWord) ends.add(result.length);
      inWord = false;
    }
    index += character.length;
  }
  ends.add(result.length);
  return {
    find: (form, whole = false) => {
      const found: Span[] = [];
      for (let from = result.indexOf(form); from >= 0 && form !== ''; from = result.indexOf(form, from + 1)) {
        const end = from + form.length;
        if (!whole || (starts.has(from) && ends.has(end)))
          found.push({ start: at[from] ?? 0, end: (at[end - 1] ?? 0) + 1 });
      }
      return found;
    },
  };
}

// SPDX-License-Identifier: Apache-2.0
import { mix } from './hash.ts';
import { margin, nameBits, placeBits, type Surroundings } from './surroundings.ts';

/** How many features a token has. */
export const slots = 43;

/**
 * The features of token `index` as numbers, one a slot, into `out` from `offset`: the word and its affixes, its form,
 * the lists it is in, the same of its neighbours, and pairs of them. Slot k is always the same template, so that the
 * trainer can leave templates out.
 */
export function extract(text: Surroundings, index: number, out: Int32Array, offset: number): void {
  const { word, form, known, suffix3 } = text;
  const at = index + margin;
  const word0 = word[at] ?? 0;
  const wordL = word[at - 1] ?? 0;
  const wordLL = word[at - 2] ?? 0;
  const wordR = word[at + 1] ?? 0;
  const wordRR = word[at + 2] ?? 0;
  const form0 = form[at] ?? 0;
  const formL = form[at - 1] ?? 0;
  const formR = form[at + 1] ?? 0;
  const known0 = known[at] ?? 0;
  const knownL = known[at - 1] ?? 0;
  const knownR = known[at + 1] ?? 0;
  const names0 = known0 & nameBits;
  const namesL = knownL & nameBits;
  const namesR = knownR & nameBits;
  const places0 = known0 & placeBits;
  const mode0 = text.mode[at] ?? 0;
  const style = form0 * 8 + mode0;
  const styleL = formL * 8 + mode0;
  const put = (slot: number, value: number): void => {
    out[offset + slot] = mix(slot + 1, value);
  };
  put(0, word0);
  put(1, text.prefix[at] ?? 0);
  put(2, text.suffix2[at] ?? 0);
  put(3, suffix3[at] ?? 0);
  put(4, text.suffix4[at] ?? 0);
  put(5, style);
  put(6, known0);
  put(7, mix(known0, style));
  put(8, mix(names0, style));
  put(9, mix(places0, style));
  put(10, wordL);
  put(11, wordLL);
  put(12, wordR);
  put(13, wordRR);
  put(14, mix(wordLL, wordL));
  put(15, mix(wordR, wordRR));
  put(16, mix(wordL, style));
  put(17, mix(wordR, style));
  put(18, mix(wordL, names0));
  put(19, mix(wordR, names0));
  put(20, mix(namesL, names0 * 64 + form0));
  put(21, mix(names0 * 64 + form0, namesR));
  put(22, mix(mix(styleL, form0), formR));
  put(23, mix(mix(form[at - 2] ?? 0, styleL), form0));
  put(24, mix(mix(style, formR), form[at + 2] ?? 0));
  put(25, mix(text.field[at] ?? 0, form0));
  put(26, mix(text.fieldPair[at] ?? 0, form0));
  put(27, mix(wordL, word0));
  put(28, mix(word0, wordR));
  put(29, mix(suffix3[at + 1] ?? 0, form0));
  put(30, mix(suffix3[at - 1] ?? 0, form0));
  put(31, mix(mix(knownL, known0), knownR));
  put(32, mix(text.wordBefore[at] ?? 0, style));
  put(33, mix(text.wordAfter[at] ?? 0, style));
  put(34, mix(mix(wordL, wordR), form0));
  put(35, mix(mix(wordL, places0), form0));
  put(36, mix(mix(places0, form0), wordR));
  put(37, mix(text.wordBefore[at] ?? 0, mix(text.wordAfter[at] ?? 0, form0)));
  put(38, mix(word[at - 3] ?? 0, form0));
  put(40, (text.headAhead[at] ?? 0) * 512 + style);
  put(41, mix(text.headAhead[at] ?? 0, names0));
  put(42, mix((text.echo[at] ?? 0) * 512 + style, names0));
  put(39, mix(mix(knownL & placeBits, places0), form0));
}

// SPDX-License-Identifier: Apache-2.0
import { echoes, headsAhead } from './echoes.ts';
import { setFields } from './fields.ts';
import { setModes } from './modes.ts';
import { lists, look, type Table } from './lexicon.ts';
import { shapes, type Tokens } from './tokens.ts';

/** Places kept free at both ends, so that a neighbour of every token exists. */
export const margin = 3;

/** What the features look at, one entry a token, shifted by `margin`. */
export type Surroundings = Readonly<{
  count: number;
  word: Int32Array;
  prefix: Int32Array;
  suffix2: Int32Array;
  suffix3: Int32Array;
  suffix4: Int32Array;
  /** Shape, and whether white space stands before: shape * 2 + apart. */
  form: Int32Array;
  /** Bits of `lists`. */
  known: Int32Array;
  mode: Uint8Array;
  /** The nearest word before and after, leaving out symbols and one line break. */
  wordBefore: Int32Array;
  wordAfter: Int32Array;
  /** Of "Attending physician: …" the last word and the last two, for the tokens behind the colon; else 0. */
  field: Int32Array;
  fieldPair: Int32Array;
  /** How many words further an eponym's head stands ("disease"), or 0; and what `echoes` found. */
  headAhead: Uint8Array;
  echo: Uint8Array;
}>;

function setWordsAround(tokens: Tokens, before: Int32Array, after: Int32Array): void {
  const step = (at: number, state: number): number => {
    const shape = tokens.shape[at];
    if (shape === shapes.blank) return 0;
    return shape === shapes.symbol || shape === shapes.line ? state : (tokens.word[at] ?? 0);
  };
  let state = 0;
  for (let at = 0; at < tokens.count; at += 1) {
    before[at + margin] = state;
    state = step(at, state);
  }
  state = 0;
  for (let at = tokens.count - 1; at >= 0; at -= 1) {
    after[at + margin] = state;
    state = step(at, state);
  }
}

function shifted(values: Int32Array, count: number): Int32Array {
  const out = new Int32Array(count + 2 * margin);
  out.set(values.subarray(0, count), margin);
  return out;
}

/** Looks the tokens up and notes what stands around each. */
export function surroundingsOf(tokens: Tokens, lexicon: Table): Surroundings {
  const { count } = tokens;
  const size = count + 2 * margin;
  const form = new Int32Array(size);
  const known = new Int32Array(size);
  for (let at = 0; at < count; at += 1) {
    const shape = tokens.shape[at] ?? 0;
    form[at + margin] = shape * 2 + (tokens.apart[at] ?? 0);
    if (shape >= shapes.lower && shape <= shapes.uncased)
      known[at + margin] = look(lexicon, tokens.word[at] ?? 0, 0);
  }
  const mode = new Uint8Array(size);
  const field = new Int32Array(size);
  const fieldPair = new Int32Array(size);
  const wordBefore = new Int32Array(size);
  const wordAfter = new Int32Array(size);
  const headAhead = new Uint8Array(size);
  const echo = new Uint8Array(size);
  setModes(tokens, mode, margin);
  headsAhead(tokens, headAhead, margin);
  echoes(tokens, echo, margin);
  setFields(tokens, field, fieldPair, margin);
  setWordsAround(tokens, wordBefore, wordAfter);
  return {
    count,
    word: shifted(tokens.word, count),
    prefix: shifted(tokens.prefix, count),
    suffix2: shifted(tokens.suffix2, count),
    suffix3: shifted(tokens.suffix3, count),
    suffix4: shifted(tokens.suffix4, count),
    form,
    known,
    mode,
    wordBefore,
    wordAfter,
    field,
    fieldPair,
    headAhead,
    echo,
  };
}

/** The bits that say whether a word is a name, and whether it is an ordinary word too. */
export const nameBits =
  lists.givenCommon |
  lists.given |
  lists.familyCommon |
  lists.family |
  lists.everyday |
  lists.ordinary |
  lists.rare;
/** The bits that say whether a word is a place, and whether it is an ordinary word too. */
export const placeBits =
  lists.cityBig |
  lists.city |
  lists.region |
  lists.demonym |
  lists.street |
  lists.everyday |
  lists.ordinary |
  lists.rare;

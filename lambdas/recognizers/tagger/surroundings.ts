// SPDX-License-Identifier: Apache-2.0
import { echoes, headsAhead } from './echoes.ts';
import { addToHash, emptyHash, mix } from './hash.ts';
import { lists, look, type Table } from './lexicon.ts';
import { shapes, type Tokens } from './tokens.ts';

/** Places kept free at both ends, so that a neighbour of every token exists. */
export const margin = 3;

/** How a line is written: capitals mean nothing in a line that has only capitals, or none. */
export const modes = { usual: 0, lower: 1, upper: 2, title: 3, lowerInCased: 4 } as const;

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

const colon = addToHash(emptyHash, 0x3a);
const equals = addToHash(emptyHash, 0x3d);
const enders = new Set(
  ['|', ';', '\t', '.', '?', '!'].map((char) => addToHash(emptyHash, char.charCodeAt(0))),
);
const fieldReach = 14;

function setModes(tokens: Tokens, mode: Uint8Array): void {
  let cased = false;
  for (let at = 0; at < tokens.count && !cased; at += 1) {
    const shape = tokens.shape[at] ?? 0;
    cased = shape === shapes.capitalised || shape === shapes.mixed;
  }
  let start = 0;
  while (start < tokens.count) {
    let end = start;
    let lower = 0;
    let ordinaryLower = 0;
    let capital = 0;
    let upper = 0;
    for (; end < tokens.count; end += 1) {
      const shape = tokens.shape[end];
      if (shape === shapes.line || shape === shapes.blank) break;
      if (shape === shapes.lower) {
        lower += 1;
        if (tokens.end[end]! - tokens.start[end]! > 3) ordinaryLower += 1;
      } else if (shape === shapes.capitalised || shape === shapes.mixed) capital += 1;
      else if (shape === shapes.upper) upper += 1;
    }
    let found: number = modes.usual;
    if (capital === 0 && lower > 0 && upper <= lower) found = cased ? modes.lowerInCased : modes.lower;
    else if (upper > 1 && upper > 3 * (lower + capital)) found = modes.upper;
    else if (capital > 1 && ordinaryLower === 0) found = modes.title;
    mode.fill(found, start + margin, Math.min(end + 1, tokens.count) + margin);
    start = end + 1;
  }
}

function setFields(tokens: Tokens, field: Int32Array, fieldPair: Int32Array): void {
  let last = 0;
  let beforeLast = 0;
  let current = 0;
  let currentPair = 0;
  let reach = 0;
  for (let at = 0; at < tokens.count; at += 1) {
    const shape = tokens.shape[at] ?? 0;
    const word = tokens.word[at] ?? 0;
    if (shape <= shapes.line) {
      // A label may stand alone on its line, with its value on the next.
      if (reach !== fieldReach) current = 0;
      last = 0;
      beforeLast = 0;
    } else if (shape === shapes.symbol) {
      if ((word === colon || word === equals) && last !== 0) {
        current = last;
        currentPair = mix(last, beforeLast);
        reach = fieldReach;
        continue;
      }
      if (enders.has(word) && (word !== addToHash(emptyHash, 0x2e) || reach < fieldReach - 2)) current = 0;
    } else {
      beforeLast = last;
      last = word;
    }
    if (current !== 0 && reach > 0) {
      field[at + margin] = current;
      fieldPair[at + margin] = currentPair;
      if (shape > shapes.line) reach -= 1;
    } else current = 0;
  }
}

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
  setModes(tokens, mode);
  headsAhead(tokens, headAhead, margin);
  echoes(tokens, echo, margin);
  setFields(tokens, field, fieldPair);
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

// SPDX-License-Identifier: Apache-2.0
import { lists } from './lexicon.ts';
import { firstReported, labelCount, labels, type Label } from './labels.ts';
import { modes } from './modes.ts';
import { endsSentence, goesOn, parts } from './name-ends.ts';
import { margin, type Surroundings } from './surroundings.ts';
import { shapes, type Tokens } from './tokens.ts';

/**
 * A stretch of tokens that are one thing: offsets in UTF-16 code units, indices of its first token and of the one behind its last,
 * and the mean probability of its tokens of being something.
 */
export type Span = Readonly<{
  label: Label;
  start: number;
  end: number;
  from: number;
  to: number;
  chance: number;
}>;

const anyName = lists.givenCommon | lists.given | lists.familyCommon | lists.family;

/** A token is reported when the chance that it is anything reported reaches this. */
export const threshold = 0.25;
/** A short word in capitals that stands alone is an abbreviation, until this much speaks for a name. */
const thresholdOfCapitals = 0.7;
const thresholdOfLetters = 0.95;

/** So does a single word that no list of names knows. */
const thresholdOfStrangers = 0.35;

/** The likeliest reported label of a token, or 0 where it is likelier to be nothing. */
function labelOf(chances: Float64Array, index: number): number {
  const at = index * labelCount;
  if (1 - (chances[at] ?? 0) - (chances[at + 1] ?? 0) < threshold) return 0;
  let best = firstReported;
  for (let label = firstReported + 1; label < labelCount; label += 1)
    if ((chances[at + label] ?? 0) > (chances[at + best] ?? 0)) best = label;
  return best;
}

/** Whether a symbol may end a span: the full stop of "Anna S." and "St.". */
const mayEnd = (text: string, tokens: Tokens, index: number, from: number): boolean =>
  index > from &&
  text[tokens.start[index] ?? 0] === '.' &&
  tokens.apart[index] === 0 &&
  (tokens.end[index - 1] ?? 0) - (tokens.start[index - 1] ?? 0) <= 3;

const isMark = (tokens: Tokens, index: number): boolean =>
  tokens.shape[index] === shapes.symbol || (tokens.shape[index] ?? 0) <= shapes.line;

const isAbbreviation = (tokens: Tokens, around: Surroundings, span: Span): boolean =>
  span.to - span.from === 1 &&
  span.end - span.start <= 5 &&
  tokens.shape[span.from] === shapes.upper &&
  around.mode[span.from + margin] !== modes.upper;

/** A single letter, with its full stop: "S. maltophilia", "vitamin K." */
const isLetter = (tokens: Tokens, span: Span): boolean =>
  tokens.shape[span.from] === shapes.initial && span.to - span.from <= 2 && span.end - span.start <= 2;

/** Capitals with a number right behind them: "BRCA1", "CISS2". */
const isCode = (tokens: Tokens, span: Span): boolean =>
  span.to - span.from === 1 &&
  tokens.shape[span.from] === shapes.upper &&
  span.to < tokens.count &&
  tokens.shape[span.to] === shapes.digits &&
  tokens.apart[span.to] === 0;

/** Two capitals alone in mixed text: "HA" is a headache before it is Ha. */
const isPair = (tokens: Tokens, around: Surroundings, span: Span): boolean =>
  isAbbreviation(tokens, around, span) && span.end - span.start <= 2;

const isStranger = (around: Surroundings, span: Span): boolean =>
  span.to - span.from === 1 && ((around.known[span.from + margin] ?? 0) & anyName) === 0;

/** The chance from which on a name is believed: more is asked of what is rarely one. */
function required(tokens: Tokens, around: Surroundings, span: Span): number {
  if (isLetter(tokens, span) || isCode(tokens, span) || isPair(tokens, around, span))
    return thresholdOfLetters;
  if (isAbbreviation(tokens, around, span)) return thresholdOfCapitals;
  return isStranger(around, span) ? thresholdOfStrangers : threshold;
}

/** Short capitals in mixed text are an abbreviation before they are a place that no list has. */
const ofPlaces = (tokens: Tokens, around: Surroundings, span: Span): number =>
  span.label === 'PLACE' &&
  isAbbreviation(tokens, around, span) &&
  ((around.known[span.from + margin] ?? 0) & (lists.region | lists.city)) === 0
    ? thresholdOfCapitals
    : 0;

/** One span of the tokens `from` up to `to`, without the punctuation at both ends; nothing if nothing is left. */
function spanOf(
  text: string,
  tokens: Tokens,
  chances: Float64Array,
  from: number,
  to: number,
): Span | undefined {
  let first = from;
  let last = to - 1;
  while (first <= last && isMark(tokens, first)) first += 1;
  while (last >= first && isMark(tokens, last) && !mayEnd(text, tokens, last, first)) last -= 1;
  if (last < first) return undefined;
  let sum = 0;
  for (let index = first; index <= last; index += 1)
    sum += 1 - (chances[index * labelCount] ?? 0) - (chances[index * labelCount + 1] ?? 0);
  return {
    label: labels[labelOf(chances, first)] ?? 'none',
    start: tokens.start[first] ?? 0,
    end: tokens.end[last] ?? 0,
    from: first,
    to: last + 1,
    chance: sum / (last + 1 - first),
  };
}

/** Puts equal neighbours together and leaves out the names that too little speaks for. */
export function spansOf(text: string, tokens: Tokens, around: Surroundings, chances: Float64Array): Span[] {
  const found: Span[] = [];
  let from = 0;
  while (from < tokens.count) {
    const label = labelOf(chances, from);
    let to = from + 1;
    while (
      to < tokens.count &&
      label !== 0 &&
      (labelOf(chances, to) === label ||
        (labels[label] === 'NAME' && goesOn(tokens, around, chances, from, to))) &&
      !(labels[label] === 'NAME' && (endsSentence(text, tokens, to) || parts(text, tokens, to)))
    )
      to += 1;
    const span = label === 0 ? undefined : spanOf(text, tokens, chances, from, to);
    if (
      span !== undefined &&
      span.chance >= (span.label === 'NAME' ? required(tokens, around, span) : ofPlaces(tokens, around, span))
    )
      found.push(span);
    from = to;
  }
  return found;
}

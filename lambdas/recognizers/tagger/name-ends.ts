// SPDX-License-Identifier: Apache-2.0
import { labelCount } from './labels.ts';
import { lists } from './lexicon.ts';
import { modes } from './modes.ts';
import { margin, type Surroundings } from './surroundings.ts';
import { shapes, type Tokens } from './tokens.ts';

/** Whether a full stop ends a sentence inside a name: "THI HOA. Hoa has a cough". One behind an initial or a title does not. */
export const endsSentence = (text: string, tokens: Tokens, index: number): boolean =>
  text[tokens.start[index] ?? 0] === '.' &&
  index + 1 < tokens.count &&
  tokens.apart[index + 1] === 1 &&
  (tokens.end[index - 1] ?? 0) - (tokens.start[index - 1] ?? 0) > 2 &&
  !/^(?:mrs|prof|sra|hon|rev|capt|sgt|col|gen|drs|dra|srta|messrs)$/i.test(
    text.slice(tokens.start[index - 1], tokens.end[index - 1]),
  );

const givenName = lists.givenCommon | lists.given;
const noSurname =
  lists.everyday | lists.demonym | lists.region | lists.medical | lists.organisation | lists.eponym;
/** What is asked of the word behind a given name that is sure. */
const thresholdBehindGiven = 0.08;
const sureGiven = 0.9;

/** A capitalised word right behind a given name is its family name at a lower chance than a word alone. */
export function goesOn(
  tokens: Tokens,
  around: Surroundings,
  chances: Float64Array,
  from: number,
  to: number,
): boolean {
  const any = (at: number) => 1 - (chances[at * labelCount] ?? 0) - (chances[at * labelCount + 1] ?? 0);
  return (
    to === from + 1 &&
    tokens.shape[from] === shapes.capitalised &&
    tokens.shape[to] === shapes.capitalised &&
    tokens.apart[to] === 1 &&
    around.mode[to + margin] === modes.usual &&
    any(from) >= sureGiven &&
    any(to) >= thresholdBehindGiven &&
    ((around.known[from + margin] ?? 0) & givenName) !== 0 &&
    ((around.known[to + margin] ?? 0) & noSurname) === 0
  );
}

/** "Zainab & Ibrahim" are two people; "Mr. & Mrs. Quill" are left together. */
export const parts = (text: string, tokens: Tokens, index: number): boolean =>
  '&+/'.includes(text[tokens.start[index] ?? 0] ?? ' ') &&
  !/\b(?:mrs?|ms|miss|dr|drs|prof)\.?\s*$/i.test(
    text.slice(Math.max(0, (tokens.start[index] ?? 0) - 8), tokens.start[index]),
  );

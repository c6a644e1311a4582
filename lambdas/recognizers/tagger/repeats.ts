// SPDX-License-Identifier: Apache-2.0
import { headsAhead } from './echoes.ts';
import { lists, look, type Table } from './lexicon.ts';
import { shapes, type Tokens } from './tokens.ts';

/** Parts of names that stand for the person wherever they come again: not ordinary words, and not eponyms. */
export type Known = Set<number>;

const isWritten = (shape: number) =>
  shape === shapes.capitalised || shape === shapes.upper || shape === shapes.mixed;

/** Notes the words of a name that was found for certain. */
export function remember(known: Known, tokens: Tokens, from: number, to: number, lexicon: Table): void {
  for (let at = from; at < to; at += 1) {
    const word = tokens.word[at] ?? 0;
    const length = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0);
    if (length < 3 || !isWritten(tokens.shape[at] ?? 0)) continue;
    const bits = look(lexicon, word, 0);
    const commonplace =
      lists.everyday | lists.ordinary | lists.eponym | lists.region | lists.medical | lists.city;
    if ((bits & commonplace) === 0) known.add(word);
  }
}

/** Tokens that repeat a part of a known name, and are neither reported yet nor the name of a thing: index and next index. */
export function* repeats(known: Known, tokens: Tokens, taken: (start: number) => boolean): Generator<number> {
  const heads = new Uint8Array(tokens.count);
  headsAhead(tokens, heads, 0);
  for (let at = 0; at < tokens.count; at += 1)
    if (
      known.has(tokens.word[at] ?? 0) &&
      isWritten(tokens.shape[at] ?? 0) &&
      heads[at] === 0 &&
      !taken(tokens.start[at] ?? 0)
    )
      yield at;
}

// SPDX-License-Identifier: Apache-2.0
import { firstReported, labelCount, labels, type Label } from './labels.ts';
import { shapes, type Tokens } from './tokens.ts';

/** A stretch of tokens that are one thing; offsets are UTF-16 code units, score is the mean probability of being something. */
export type Span = Readonly<{
  label: Label;
  start: number;
  end: number;
  from: number;
  to: number;
  score: number;
}>;

/** A token is reported when the chance that it is anything reported reaches this. */
export const threshold = 0.3;

/** The likeliest reported label of a token, or 0 where it is likelier to be nothing. */
function labelOf(chances: Float64Array, index: number): number {
  const at = index * labelCount;
  if (1 - chances[at]! - chances[at + 1]! < threshold) return 0;
  let best = firstReported;
  for (let label = firstReported + 1; label < labelCount; label += 1)
    if (chances[at + label]! > chances[at + best]!) best = label;
  return best;
}

/** Whether a symbol may end a span: the full stop of "Anna S." and "St.". */
const mayEnd = (text: string, tokens: Tokens, index: number, from: number): boolean =>
  index > from &&
  text[tokens.start[index]!] === '.' &&
  tokens.apart[index] === 0 &&
  tokens.end[index - 1]! - tokens.start[index - 1]! <= 3;

/** Puts equal neighbours together and takes punctuation off both ends. */
export function spansOf(text: string, tokens: Tokens, chances: Float64Array): Span[] {
  const found: Span[] = [];
  let from = 0;
  while (from < tokens.count) {
    const label = labelOf(chances, from);
    let to = from + 1;
    while (to < tokens.count && label !== 0 && labelOf(chances, to) === label) to += 1;
    if (label !== 0) {
      let first = from;
      let last = to - 1;
      const isMark = (index: number) =>
        tokens.shape[index] === shapes.symbol || tokens.shape[index]! <= shapes.line;
      while (first <= last && isMark(first)) first += 1;
      while (last >= first && isMark(last) && !mayEnd(text, tokens, last, first)) last -= 1;
      if (last >= first) {
        let sum = 0;
        for (let index = first; index <= last; index += 1)
          sum += 1 - chances[index * labelCount]! - chances[index * labelCount + 1]!;
        found.push({
          label: labels[label] ?? 'none',
          start: tokens.start[first]!,
          end: tokens.end[last]!,
          from: first,
          to: last + 1,
          score: sum / (last + 1 - first),
        });
      }
    }
    from = to;
  }
  return found;
}

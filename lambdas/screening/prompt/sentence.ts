// SPDX-License-Identifier: Apache-2.0
import type { Token } from './token.ts';

/** Words of one sentence, with its offsets in the folded text. */
export type Sentence = Readonly<{ tokens: readonly Token[]; start: number; end: number }>;

/** The tokens of a text, sentence by sentence. */
export function sentences(tokens: readonly Token[]): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  tokens.forEach((token, index) => {
    if (tokens[index + 1]?.sentence === token.sentence) return;
    const [first, part] = [tokens[from], tokens.slice(from, index + 1)];
    if (first !== undefined) found.push({ tokens: part, start: first.start, end: token.end });
    from = index + 1;
  });
  return found;
}

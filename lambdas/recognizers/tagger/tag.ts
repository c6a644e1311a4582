// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../records/finding.ts';
import { type IdentifierType, IdentifierTypeSchema } from '../../records/identifier.ts';
import { blocks, longestBlock } from './blocks.ts';
import { probabilities } from './decode.ts';
import type { Model } from './model.ts';
import { type Span, spansOf } from './spans.ts';
import { surroundingsOf } from './surroundings.ts';
import { roomFor, tokenise } from './tokens.ts';

const typeOf = (span: Span): IdentifierType => IdentifierTypeSchema.parse(span.label);

/** Tags a text with a model: names, places and the like, offsets in UTF-16 code units. Linear in the text's length. */
export function tag(model: Model, text: string): Finding[] {
  const tokens = roomFor(Math.min(text.length, longestBlock));
  const found: Finding[] = [];
  for (const [from, to] of blocks(text)) {
    tokenise(text, from, to, tokens);
    const around = surroundingsOf(tokens, model.lexicon);
    for (const span of spansOf(text, tokens, probabilities(model, around)))
      found.push({
        type: typeOf(span),
        start: span.start,
        end: span.end,
        score: Math.round(span.score * 1000) / 1000,
        because: { detector: 'tagger', pattern: span.label.toLowerCase() },
      });
  }
  return found;
}

// SPDX-License-Identifier: Apache-2.0
import { extract, slots as featureSlots } from '../lambdas/recognizers/tagger/features.ts';
import { labels } from '../lambdas/recognizers/tagger/labels.ts';
import type { Table } from '../lambdas/recognizers/tagger/lexicon.ts';
import { surroundingsOf } from '../lambdas/recognizers/tagger/surroundings.ts';
import { tokenise } from '../lambdas/recognizers/tagger/tokenise.ts';
import { roomFor } from '../lambdas/recognizers/tagger/tokens.ts';
import { fill, type Piece, type Slots } from './fill.ts';
import type { Grammar } from './grammars/grammar.ts';
import { noisy } from './noise.ts';
import { prose } from './prose.ts';
import type { Random } from './random.ts';
import { slots } from './slots.ts';

/** One text for the trainer: its features, `featureSlots` a token, and the label of each token. */
export type Example = Readonly<{ count: number; features: Int32Array; gold: Uint8Array }>;

/** A text with the stretches that are somebody or something. */
export type Labelled = readonly Piece[];

const partsOf = (grammar: Grammar): Slots =>
  Object.fromEntries(
    Object.entries(grammar.parts ?? {}).map(([name, choices]) => [
      name,
      { make: (random: Random) => random.pick(choices) },
    ]),
  );

/** Endless labelled texts, drawn from the grammars by their shares. */
export function writer(grammars: readonly Grammar[], random: Random): () => Labelled {
  const { plain, personal, local } = prose(random);
  const proseGrammar: Grammar[] = [
    { id: 'prose', share: 6, lower: 0.04, upper: 0.02, texts: plain },
    { id: 'prose-of-persons', share: 5, lower: 0.04, upper: 0.02, texts: personal },
    { id: 'prose-of-places', share: 1, lower: 0.04, upper: 0.02, texts: local },
  ];
  const all = [...grammars, ...proseGrammar].map((grammar) => ({
    grammar,
    own: { ...slots, ...partsOf(grammar) },
  }));
  const total = all.reduce((sum, { grammar }) => sum + grammar.share, 0);
  const one = (): { pieces: Piece[]; grammar: Grammar } => {
    let left = random.next() * total;
    for (const { grammar, own } of all) {
      left -= grammar.share;
      if (left < 0) return { pieces: fill(own, random, random.pick(grammar.texts)), grammar };
    }
    return one();
  };
  return () => {
    const { pieces, grammar } = one();
    const joint: Piece[] = [{ text: random.pick(['\n', '\n\n', ' ', '\n- ']), label: 'none' }];
    const more = random.chance(0.2) ? [...joint, ...one().pieces] : [];
    return noisy(
      random,
      [...pieces, ...more],
      grammar.lower ?? 0.05,
      grammar.upper ?? 0.02,
      grammar.lowerNames,
    );
  };
}

/** Tokenises a labelled text as the tagger would, and notes the features and label of each token. */
export function exampleOf(pieces: Labelled, lexicon: Table): Example {
  const text = pieces.map((piece) => piece.text).join('');
  const tokens = tokenise(text, 0, text.length, roomFor(text.length + 1));
  const around = surroundingsOf(tokens, lexicon);
  const features = new Int32Array(tokens.count * featureSlots);
  const gold = new Uint8Array(tokens.count);
  let piece = 0;
  let pieceEnd = pieces[0]?.text.length ?? 0;
  for (let at = 0; at < tokens.count; at += 1) {
    extract(around, at, features, at * featureSlots);
    while ((tokens.start[at] ?? 0) >= pieceEnd) {
      piece += 1;
      pieceEnd += pieces[piece]?.text.length ?? Infinity;
    }
    gold[at] = labels.indexOf(pieces[piece]?.label ?? 'none');
  }
  return { count: tokens.count, features, gold };
}

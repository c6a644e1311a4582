// SPDX-License-Identifier: Apache-2.0
import { tag } from '../lambdas/recognizers/tagger/tag.ts';
import type { Label } from '../lambdas/recognizers/tagger/labels.ts';
import { type PackedModel, unpack } from '../lambdas/recognizers/tagger/model.ts';
import { writer } from './corpus.ts';
import type { Grammar } from './grammars/grammar.ts';
import { random } from './random.ts';

const solid = /[\p{L}\p{N}]/u;
type Tally = { gold: number; caught: number; reported: number; right: number };

/** Per label: how many of the stretches were covered whole, and how many of the reported letters were right. */
export function heldOut(
  packed: PackedModel,
  grammars: readonly Grammar[],
  seed: number,
  texts: number,
): readonly string[] {
  const model = unpack(packed);
  const next = writer(grammars, random(seed));
  const tallies = new Map<Label, Tally>();
  const tally = (label: Label): Tally => {
    const known = tallies.get(label) ?? { gold: 0, caught: 0, reported: 0, right: 0 };
    tallies.set(label, known);
    return known;
  };
  for (let count = 0; count < texts; count += 1) {
    const pieces = next();
    const text = pieces.map((piece) => piece.text).join('');
    const truth: Label[] = pieces.flatMap(({ text: part, label }) =>
      Array.from({ length: part.length }, () => label),
    );
    const covered = new Set<number>();
    for (const { type, start, end } of tag(model, text))
      for (let at = start; at < end; at += 1) {
        covered.add(at);
        if (!solid.test(text[at] ?? '')) continue;
        tally(type as Label).reported += 1;
        if ((truth[at] ?? 'none') !== 'none' && truth[at] !== 'other') tally(type as Label).right += 1;
      }
    let at = 0;
    for (const { text: part, label } of pieces) {
      const places = Array.from({ length: part.length }, (_, offset) => at + offset);
      at += part.length;
      if (label === 'none' || label === 'other' || !solid.test(part)) continue;
      tally(label).gold += 1;
      if (places.every((place) => covered.has(place) || !solid.test(text[place] ?? '')))
        tally(label).caught += 1;
    }
  }
  const percent = (part: number, whole: number) => ((100 * part) / Math.max(whole, 1)).toFixed(2);
  return [...tallies].map(
    ([label, { gold, caught, reported, right }]) =>
      `${label.padEnd(10)} recall ${percent(caught, gold)} % of ${gold}, precision ${percent(right, reported)} %`,
  );
}

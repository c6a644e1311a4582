// SPDX-License-Identifier: Apache-2.0
import type { ReasonCode } from '../../records/reason.ts';
import type { Signal, SlotView } from './check.ts';
import type { Token } from './token.ts';
import { vocabulary } from './vocabulary.ts';
import { WordClasses } from './word-classes.ts';

/** Weight, then patterns. A pattern weighs once a slot, however often it occurs. */
export type PhraseTable = readonly (readonly [weight: number, ...patterns: string[]])[];

/** One place of a pattern: a class of words, after at most `gap` others. */
type Place = Readonly<{ words: number; gap: number; acrossSentences: boolean }>;
type Pattern = Readonly<{ places: readonly Place[]; atStart: boolean; weight: number }>;
const alternatives = (element: string): string =>
  element
    .split('|')
    .map((word) => (word.startsWith('@') ? (vocabulary[word.slice(1)] ?? unknownWord(word)) : word))
    .join('|');

function unknownWord(word: string): never {
  throw new TypeError(`no word class ${word}`);
}

/**
 * Patterns are words in order: `a|b` either, `stem*` any ending, `@class` of vocabulary.ts, `..3` up to three words
 * between (`...3` also across sentences), `^` first in its sentence. Apostrophes and hyphens separate words.
 */
function compile(pattern: string, weight: number, classes: WordClasses): Pattern {
  const places: Place[] = [];
  let gap = 0;
  let acrossSentences = false;
  let atStart = false;
  for (const element of pattern.split(' ')) {
    if (element === '^') atStart = true;
    else if (element.startsWith('..')) {
      acrossSentences = element.startsWith('...');
      gap = Number(element.replaceAll('.', ''));
    } else {
      places.push({ words: classes.of(alternatives(element)), gap, acrossSentences });
      gap = 0;
      acrossSentences = false;
    }
  }
  return { places, atStart, weight };
}

/** The last token of the shortest occurrence of a pattern that begins at `from`, or -1. */
function occurrence(
  pattern: Pattern,
  from: number,
  tokens: readonly Token[],
  held: readonly (readonly number[])[],
): number {
  // All places where the pattern can stand so far: the work is bounded by the gaps, whatever the text.
  let reached = [from];
  for (const place of pattern.places.slice(1)) {
    const next: number[] = [];
    let tried = -1;
    for (const at of reached) {
      const clause = tokens[at]?.clause;
      for (let index = Math.max(at + 1, tried + 1); index <= at + 1 + place.gap; index += 1) {
        const token = tokens[index];
        if (token === undefined || (token.clause !== clause && !place.acrossSentences)) break;
        tried = index;
        if (held[index]?.includes(place.words) === true) next.push(index);
      }
    }
    if (next.length === 0) return -1;
    reached = next;
  }
  return reached[0] ?? -1;
}

/** Where a pattern of the table occurs, in folded offsets. */
export type Occurrence = Readonly<{
  weight: number;
  start: number;
  end: number;
  first: number;
  last: number;
}>;

/**
 * Compiles a table into a search for its phrases, linear in the length of the text. `excused`: occurrences (first and last
 * token) that do not count; the pattern is looked for further on.
 */
export function phrases(
  table: PhraseTable,
  excused: (tokens: readonly Token[], first: number, last: number) => boolean = () => false,
): (tokens: readonly Token[]) => Occurrence[] {
  const classes = new WordClasses();
  const byFirst = new Map<number, Pattern[]>();
  for (const [weight, ...patterns] of table)
    for (const text of patterns) {
      const pattern = compile(text, weight, classes);
      const first = pattern.places[0]?.words ?? -1;
      byFirst.set(first, [...(byFirst.get(first) ?? []), pattern]);
    }
  return (tokens) => {
    const found: Occurrence[] = [];
    const seen = new Set<Pattern>();
    const held = tokens.map(({ word }) => classes.holding(word));
    held.forEach((here, index) => {
      for (const words of here)
        for (const pattern of byFirst.get(words) ?? []) {
          if (seen.has(pattern)) continue;
          if (pattern.atStart && index > 0 && tokens[index - 1]?.sentence === tokens[index]?.sentence)
            continue;
          const last = occurrence(pattern, index, tokens, held);
          if (last < 0 || excused(tokens, index, last)) continue;
          seen.add(pattern);
          found.push({
            weight: pattern.weight,
            start: tokens[index]?.start ?? 0,
            end: tokens[last]?.end ?? 0,
            first: index,
            last,
          });
        }
    });
    return found;
  };
}

/** Occurrences as signals of one code, in offsets of the original text. */
export const signalled = (
  slot: Pick<SlotView, 'place'>,
  code: ReasonCode,
  occurrences: readonly { weight: number; start: number; end: number }[],
): Signal[] => occurrences.map(({ weight, start, end }) => ({ code, weight, ...slot.place(start, end) }));

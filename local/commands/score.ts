// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

const OffsetSchema = z.int().nonnegative();

/** What a text has, according to whoever labelled it. Offsets count Unicode code points, `end` exclusive. */
export const GoldSchema = z.looseObject({
  start: OffsetSchema,
  end: OffsetSchema,
  type: z.string(),
  subtype: z.string().optional(),
});
type Gold = z.infer<typeof GoldSchema>;
type Span = Readonly<{ start: number; end: number; type: string }>;

/** Counts; the letters and digits are those of all texts together. */
export type Score = Readonly<{
  texts: number;
  gold: number;
  /** Gold spans of which every letter and digit is covered. */
  caught: number;
  leaked: Readonly<Record<string, number>>;
  /** Letters and digits that are covered, and those of them that lie in gold spans. */
  covered: number;
  coveredInside: number;
  /** Texts without gold spans, and those of them in which anything is covered. */
  clean: number;
  cleanTouched: number;
}>;

const solid = /[\p{L}\p{N}]/u;

/** Neither a hit nor a mistake: ages under 90 may stay (45 CFR 164.514(b)(2)(i)(C)), and OTHER is nobody's identifier. */
const neutral = ({ type, subtype }: Gold): boolean =>
  type === 'OTHER' || (type === 'AGE' && subtype === 'UNDER_90');

/**
 * Adds up how well spans cover gold spans. With `types`, gold spans of other types are neutral, and what is found of other
 * types counts as cover but never as a mistake.
 */
export class Scores {
  readonly #types: ReadonlySet<string> | undefined;
  readonly #leaked: Record<string, number> = {};
  readonly #sums = { gold: 0, caught: 0, covered: 0, coveredInside: 0, clean: 0, cleanTouched: 0 };
  texts = 0;

  constructor(types?: ReadonlySet<string>) {
    this.#types = types;
  }

  #scored(type: string): boolean {
    return this.#types === undefined || this.#types.has(type);
  }

  add(text: string, gold: readonly Gold[], found: readonly Span[]): void {
    const letters = Array.from(text, (character) => solid.test(character));
    const mark = (spans: readonly { start: number; end: number }[]) => {
      const marks = new Uint8Array(letters.length);
      for (const { start, end } of spans) marks.fill(1, start, end);
      return marks;
    };
    const counted = gold.filter((span) => !neutral(span) && this.#scored(span.type));
    const [cover, mistakes, inGold, inAny] = [
      mark(found),
      mark(found.filter((span) => this.#scored(span.type))),
      mark(counted),
      mark(gold),
    ];
    this.texts += 1;
    // What covers a neutral span is no mistake, and no merit either.
    const covered = letters.flatMap((letter, at) =>
      letter && mistakes[at] === 1 && (inAny[at] !== 1 || inGold[at] === 1) ? [at] : [],
    );
    this.#sums.covered += covered.length;
    this.#sums.coveredInside += covered.filter((at) => inGold[at] === 1).length;
    for (const { start, end, type } of counted) {
      this.#sums.gold += 1;
      let whole = true;
      for (let at = start; at < end; at += 1) whole &&= letters[at] !== true || cover[at] === 1;
      if (whole) this.#sums.caught += 1;
      else this.#leaked[type] = (this.#leaked[type] ?? 0) + 1;
    }
    if (counted.length > 0) return;
    this.#sums.clean += 1;
    this.#sums.cleanTouched += covered.length > 0 ? 1 : 0;
  }

  result(): Score {
    return { texts: this.texts, ...this.#sums, leaked: { ...this.#leaked } };
  }
}

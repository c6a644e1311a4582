// SPDX-License-Identifier: Apache-2.0

/** Offsets are UTF-16 code units, `end` exclusive. */
export type Range = Readonly<{ start: number; end: number }>;
export type Segment<R extends Range> = Readonly<{ start: number; text: string; ranges: readonly R[] }>;

/**
 * A text cut where ranges begin and end: each piece with the ranges that cover it, in the order given. Ranges may overlap; what
 * of one lies outside of the text, or is empty, is left out.
 */
export function segments<R extends Range>(text: string, ranges: readonly R[]): Segment<R>[] {
  const inside = ranges.filter(({ start, end }) => start < end && start < text.length && end > 0);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of inside) cuts.add(Math.max(0, start)).add(Math.min(text.length, end));
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((start, index) => {
    const end = at[index + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      ranges: inside.filter((range) => range.start < end && range.end > start),
    };
  });
}

// SPDX-License-Identifier: Apache-2.0

/** A stretch in UTF-16 code units, `end` exclusive. */
export type Span = Readonly<{ start: number; end: number }>;

/** A reading of a text, with the way back: `toOriginal` maps a stretch of it outward to the original. */
export type View = Readonly<{ text: string; toOriginal: (start: number, end: number) => Span }>;

/** Replace `[start, end)` by `text`; `start === end` inserts. */
export type Edit = Readonly<{ start: number; end: number; text: string }>;

export const plainView = (text: string): View => ({ text, toOriginal: (start, end) => ({ start, end }) });

/**
 * Applies edits (sorted, disjoint) to a view. A stretch of the result that touches replaced text maps to the
 * whole stretch that was replaced, so that no code unit of an identifier escapes through a decoding.
 */
export function rewrite(view: View, edits: readonly Edit[]): View {
  if (edits.length === 0) return view;
  const outStart = new Int32Array(edits.length);
  const parts: string[] = [];
  let read = 0;
  let written = 0;
  for (const [index, edit] of edits.entries()) {
    parts.push(view.text.slice(read, edit.start), edit.text);
    outStart[index] = written + edit.start - read;
    written += edit.start - read + edit.text.length;
    read = edit.end;
  }
  parts.push(view.text.slice(read));

  /** Where the code unit at `at` of the result came from. */
  const origin = (at: number): Span => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((outStart[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    // Of several edits at one place only the last has room; the ones before it are deletions.
    const edit = edits[low - 1];
    if (edit === undefined) return { start: at, end: at + 1 };
    const past = at - (outStart[low - 1] ?? 0) - edit.text.length;
    return past < 0 ? edit : { start: edit.end + past, end: edit.end + past + 1 };
  };

  return {
    text: parts.join(''),
    toOriginal: (start, end) => {
      const first = origin(start).start;
      const last = end > start ? origin(end - 1).end : first;
      return view.toOriginal(Math.min(first, last), Math.max(first, last));
    },
  };
}

/** Sorts edits and leaves out those that overlap one before them. */
export function disjoint(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Edit[] = [];
  let end = 0;
  for (const edit of sorted)
    if (edit.start >= end) {
      kept.push(edit);
      end = edit.end;
    }
  return kept;
}

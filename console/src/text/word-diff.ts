// SPDX-License-Identifier: Apache-2.0
import { diffWordsWithSpace } from 'diff';

/** A difference as pieces in order: what stayed, was put in, was taken out. */
export type Piece = Readonly<{ kind: 'same' | 'added' | 'removed'; text: string; start: number }>;

/** Longer texts are compared by their lengths' worth of patience, milliseconds; beyond it they count as replaced whole. */
const patience = 1000;

/** What stays between two changes and is only space is part of the change: a reader sees one, not one a word. */
function gathered(pieces: readonly Omit<Piece, 'start'>[]): Omit<Piece, 'start'>[] {
  const runs: { removed: string; added: string; same: string }[] = [];
  for (const [index, { kind, text }] of pieces.entries()) {
    const last = runs.at(-1);
    if (kind !== 'same') {
      if (last === undefined || last.same !== '') runs.push({ removed: '', added: '', same: '' });
      const run = runs.at(-1);
      if (run !== undefined) run[kind] += text;
    } else if (last?.same === '' && index < pieces.length - 1 && /^[ \t]+$/.test(text)) {
      last.removed += text;
      last.added += text;
    } else if (last === undefined) runs.push({ removed: '', added: '', same: text });
    else last.same += text;
  }
  return runs.flatMap((run) =>
    (['removed', 'added', 'same'] as const)
      .map((kind) => ({ kind, text: run[kind] }))
      .filter(({ text }) => text !== ''),
  );
}

export function piecesOf(before: string, after: string): Piece[] {
  const changes = diffWordsWithSpace(before, after, { timeout: patience }) ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
  const pieces = changes.map(({ value, added, removed }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value,
  }));
  let start = 0;
  return gathered(pieces).map((piece) => {
    const placed = { ...piece, start };
    start += piece.text.length;
    return placed;
  });
}

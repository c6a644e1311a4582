// SPDX-License-Identifier: Apache-2.0
import { diffWordsWithSpace } from 'diff';
import { review as words } from '../../words/review.ts';

/** A difference as pieces in order: what stayed, was put in, was taken out. */
export type Piece = Readonly<{ kind: 'same' | 'added' | 'removed'; text: string; start: number }>;

/** Longer texts are compared by their lengths' worth of patience, milliseconds; beyond it they count as replaced whole. */
const patience = 1000;

export function piecesOf(before: string, after: string): Piece[] {
  const changes = diffWordsWithSpace(before, after, { timeout: patience }) ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
  let start = 0;
  return changes.map(({ value, added, removed }) => {
    const piece: Piece = { kind: added ? 'added' : removed ? 'removed' : 'same', text: value, start };
    start += value.length;
    return piece;
  });
}

/** Two versions of a text in one, word by word. */
export const WordDiff = ({ before, after }: Readonly<{ before: string; after: string }>) => (
  <div className="airlock-text">
    {piecesOf(before, after).map(({ kind, text, start }) =>
      kind === 'same' ? (
        <span key={start}>{text}</span>
      ) : kind === 'added' ? (
        <ins key={start} aria-label={`${words.added}: ${text}`}>
          {text}
        </ins>
      ) : (
        <del key={start} aria-label={`${words.removed}: ${text}`}>
          {text}
        </del>
      ),
    )}
  </div>
);

// SPDX-License-Identifier: Apache-2.0
import { piecesOf } from '../../text/word-diff.ts';
import { review as words } from '../../words/review.ts';

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

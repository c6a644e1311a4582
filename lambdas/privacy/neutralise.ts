// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { IdentityMap } from '../records/identity.ts';
import { findPlaceholders } from './find-placeholders.ts';
import type { Stretch } from './stretches.ts';

/** What stands where the user's text looked like a placeholder: it must not look like one itself. */
const instead = '(text that looked like a placeholder)';

/** Why a placeholder that a reviewer left is reported: it was there. */
const kept = { score: 1, because: { detector: 'placeholder', pattern: 'kept' } } as const;

type Put = Readonly<{ start: number; end: number; stretch: Stretch }>;
type Piece = Readonly<{ stretch: Stretch; text: string }>;

export type Neutralised = Readonly<{ text: string; findings: readonly Finding[]; count: number }>;

/** The part of what was found that lies outside the pieces that were put in. */
function between(
  start: number,
  end: number,
  put: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  let parts = [{ start, end }];
  for (const piece of put)
    parts = parts.flatMap((part) =>
      part.end <= piece.start || part.start >= piece.end
        ? [part]
        : [
            { start: part.start, end: piece.start },
            { start: piece.end, end: part.end },
          ].filter((each) => each.start < each.end),
    );
  return parts;
}

/**
 * Puts the pieces into the text, and takes out what restore would accept, or report, as a placeholder although nobody
 * issued it: text of the user may not forge one, alone or together with a piece beside it.
 */
export function neutralised(text: string, pieces: readonly Piece[], map: IdentityMap): Neutralised {
  let out = '';
  let read = 0;
  const put: Put[] = [];
  for (const { stretch, text: replacement } of pieces) {
    out += text.slice(read, stretch.start);
    put.push({ start: out.length, end: out.length + replacement.length, stretch });
    out += replacement;
    read = stretch.end;
  }
  out += text.slice(read);
  const replaced = put.filter(
    ({ start, end, stretch }) => out.slice(start, end) !== stretch.value || stretch.kept !== undefined,
  );

  let nearest = 0;
  const forged = findPlaceholders(out, map).flatMap(({ start, end }) => {
    while ((replaced[nearest]?.end ?? Infinity) <= start) nearest += 1;
    const near: Put[] = [];
    for (
      let at = nearest, piece = replaced[at];
      piece !== undefined && piece.start < end;
      piece = replaced[(at += 1)]
    )
      near.push(piece);
    return between(start, end, near).filter((part) => /[\p{L}\p{N}]/u.test(out.slice(part.start, part.end)));
  });
  const edits = forged.map((part) => ({ ...part, text: instead }));
  let clean = '';
  let from = 0;
  const moves: { at: number; by: number }[] = [];
  for (const edit of edits) {
    clean += out.slice(from, edit.start) + edit.text;
    moves.push({ at: edit.end, by: edit.text.length - (edit.end - edit.start) });
    from = edit.end;
  }
  clean += out.slice(from);

  let moved = 0;
  let next = 0;
  const findings = replaced.flatMap(({ start, end, stretch }): Finding[] => {
    for (let move = moves[next]; move !== undefined && move.at <= start; move = moves[(next += 1)])
      moved += move.by;
    const { type, findings: all } = stretch;
    const { score, because } = all.find((finding) => finding.type === type) ?? all[0] ?? kept;
    return [{ type, start: start + moved, end: end + moved, score, because }];
  });
  return { text: clean, findings, count: edits.length };
}

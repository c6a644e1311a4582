// SPDX-License-Identifier: Apache-2.0
import type { Piece } from './fill.ts';
import type { Random } from './random.ts';

const each = (pieces: readonly Piece[], change: (piece: Piece) => string): Piece[] =>
  pieces.map((piece) => ({ ...piece, text: change(piece) }));

/** A slip of the finger in some of the ordinary words: two letters swapped, one left out, one doubled. */
function slip(random: Random, text: string): string {
  return text.replace(/\b[a-z]{4,}\b/g, (word) => {
    if (!random.chance(0.12)) return word;
    const at = 1 + random.below(word.length - 2);
    const kinds = [
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + (word[at] ?? '') + word.slice(at),
      word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    ];
    return random.pick(kinds);
  });
}

const emoji = ['😀', '🙏', '❤️', '👍', '😭', '🎉', '🏥', '📞', '🇺🇸', '👩‍⚕️'];
const titled = (text: string) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** How people really write: without capitals, with nothing else, with slips, other apostrophes, broken lines, emoji. */
export function noisy(
  random: Random,
  pieces: readonly Piece[],
  lower: number,
  upper: number,
  lowerNames = 0.01,
): Piece[] {
  let out = [...pieces];
  const luck = random.next();
  if (luck < lower) out = each(out, ({ text }) => text.toLowerCase());
  else if (luck < lower + upper) out = each(out, ({ text }) => text.toUpperCase());
  else if (luck < lower + upper + 0.01) out = each(out, ({ text }) => titled(text));
  if (random.chance(0.08))
    out = each(out, ({ text, label }) => (label === 'none' ? slip(random, text) : text));
  if (random.chance(0.12)) out = each(out, ({ text }) => text.replaceAll("'", '’'));
  if (random.chance(0.05)) out = each(out, ({ text }) => text.replace(/’|'/g, ''));
  // Treebanks and speech recognisers set contractions apart.
  if (random.chance(0.04))
    out = each(out, ({ text, label }) =>
      label === 'none' ? text.replace(/n't\b/g, " n't").replace(/(^|\w)'s\b/g, "$1 's") : text,
    );
  if (random.chance(0.06))
    out = each(out, ({ text, label }) => (label === 'none' ? text.replace(/[.?!]$/, '') : text));
  if (random.chance(0.05))
    out = each(out, ({ text }) => text.replace(/ /g, () => (random.chance(0.08) ? '\n' : ' ')));
  if (random.chance(0.04)) out = each(out, ({ text }) => text.replace(/([.?!]) (?=[A-Z])/g, '$1  '));
  if (random.chance(0.015))
    out = out.flatMap((piece) =>
      piece.label === 'none' || random.chance(0.5)
        ? [piece]
        : [piece, { text: `${random.chance(0.5) ? ' ' : ''}${random.pick(emoji)}`, label: 'none' as const }],
    );
  if (random.chance(lowerNames))
    out = out.map((piece) =>
      piece.label === 'NAME' || piece.label === 'PLACE'
        ? { ...piece, text: piece.text.toLowerCase() }
        : piece,
    );
  if (random.chance(0.03))
    out = out.map((piece) => (piece.label === 'NAME' ? { ...piece, text: piece.text.toUpperCase() } : piece));
  return out;
}

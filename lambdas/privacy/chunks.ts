// SPDX-License-Identifier: Apache-2.0

/** Code units a recognizer is given at once, and how many of its neighbours' on either side. */
const size = 16_384;
const margin = 512;

/** `start..end` is given to a recognizer; what it finds counts if it touches `ownStart..ownEnd`. */
export type Chunk = Readonly<{ start: number; end: number; ownStart: number; ownEnd: number }>;

/** The last line end, else the last space, before `limit` and not before `least`; `limit` if there is none. */
function border(text: string, least: number, limit: number): number {
  if (limit >= text.length) return text.length;
  const window = text.slice(least, limit);
  const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '));
  return at < 0 ? whole(text, limit) : least + at + 1;
}

/** Never between the halves of a surrogate pair. */
const whole = (text: string, at: number): number => ((text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at);

/** Cuts a long text at spaces into overlapping pieces, so that time grows with length whatever a recognizer does. */
export function chunks(text: string): Chunk[] {
  const cut: Chunk[] = [];
  for (let ownStart = 0; ownStart < text.length || cut.length === 0;) {
    const ownEnd = border(text, Math.max(ownStart + 1, ownStart + size - margin), ownStart + size);
    const start = ownStart === 0 ? 0 : whole(text, Math.max(0, ownStart - margin));
    cut.push({ start, end: whole(text, Math.min(text.length, ownEnd + margin)), ownStart, ownEnd });
    ownStart = ownEnd;
    if (text.length === 0) break;
  }
  return cut;
}

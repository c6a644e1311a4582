// SPDX-License-Identifier: Apache-2.0

/** Text that is being put together, and where each of its units comes from. */
export function tracedText(capacity: number) {
  const pieces: string[] = [];
  let length = 0;
  let last = '';
  let origins = new Uint32Array(capacity + 16);
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
    last = piece.charAt(piece.length - 1) || last;
  };
  const room = (more: number) => {
    if (length + more < origins.length) return;
    const larger = new Uint32Array((length + more) * 2);
    larger.set(origins);
    origins = larger;
  };
  return {
    last: () => last,
    push: (piece: string, at: number) => {
      room(piece.length);
      origins.fill(at, length, length + piece.length);
      add(piece);
    },
    copy: (piece: string, at: number) => {
      room(piece.length);
      for (let unit = 0; unit < piece.length; unit += 1) origins[length + unit] = at + unit;
      add(piece);
    },
    /** Turns the space it ends with into a border. */
    border: () => {
      const end = pieces.pop() ?? '';
      length -= end.length;
      add(`${end.slice(0, -1)}\n`);
    },
    done: () => ({ plain: pieces.join(''), origins }),
  };
}

// SPDX-License-Identifier: Apache-2.0

/** Longest line, bytes: more than a request may have, however its characters are escaped. */
export const longestLine = 2_000_000;

/** One line, or why it is none. `number` counts from 1. */
export type Line = Readonly<{ number: number } & ({ text: string } | { problem: 'too long' | 'not UTF-8' })>;

const newline = 0x0a;

function decoded(number: number, parts: readonly Uint8Array[]): Line {
  try {
    // A byte order mark goes, a carriage return stays: JSON takes it for a space.
    return { number, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) };
  } catch {
    return { number, problem: 'not UTF-8' };
  }
}

/**
 * The lines of a stream of bytes, one at a time: never more than one line and one chunk are in memory, and of a line that is
 * too long nothing.
 */
export async function* linesOf(
  input: AsyncIterable<Uint8Array | string>,
  limit: number = longestLine,
): AsyncGenerator<Line> {
  let [number, length] = [1, 0];
  let parts: Uint8Array[] = [];
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length > limit) parts = [];
    else parts.push(part);
  };
  const end = (): Line => {
    const line: Line = length > limit ? { number, problem: 'too long' } : decoded(number, parts);
    [number, length, parts] = [number + 1, 0, []];
    return line;
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
      take(bytes.subarray(from, at));
      from = at + 1;
      yield end();
    }
    if (from < bytes.length) take(bytes.subarray(from));
  }
  if (length > 0) yield end();
}

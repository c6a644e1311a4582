// SPDX-License-Identifier: Apache-2.0

/** Longest placeholder: `[DRIVER_LICENSE_12_7K+120d]`. */
const longest = 40;

/**
 * A text on one line, of at most `limit` UTF-16 code units. It is cut between two words where there is such a place
 * in its last quarter, and never inside a placeholder or a surrogate pair.
 */
export function shorten(text: string, limit: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  let end = limit - 2;
  const open = line.lastIndexOf('[', end - 1);
  const close = open < 0 ? -1 : line.indexOf(']', open);
  if (open >= 0 && close >= end && close - open < longest) end = open;
  const space = line.lastIndexOf(' ', end);
  // A space may stand inside of no placeholder, so that cutting there is always safe.
  if (space >= (limit * 3) / 4) end = space;
  else if (/[\uD800-\uDBFF]/.test(line.charAt(end - 1))) end -= 1;
  return `${line.slice(0, end).trimEnd()} …`;
}

// SPDX-License-Identifier: Apache-2.0

/**
 * Turns offsets in Unicode code points, which is what AWS counts, into UTF-16 code units, which is what this project
 * counts. Undefined: beyond the text's end.
 */
export function codePoints(text: string): (offset: number) => number | undefined {
  // Without surrogates the two are the same, and nothing has to be kept.
  if (!/[\uD800-\uDFFF]/.test(text)) return (offset) => (offset <= text.length ? offset : undefined);
  const units = [0];
  let at = 0;
  for (const point of text) units.push((at += point.length));
  return (offset) => units[offset];
}

// SPDX-License-Identifier: Apache-2.0

/**
 * Converts offsets inside a text from UTF-16 code units (the project's unit) to Unicode code points (the unit
 * of the command line and of Comprehend Medical). One pass over the text, however many offsets.
 */
export function codePointOffsets(text: string): (utf16: number) => number {
  // Almost all texts have no surrogates, and then both units agree.
  if (!/[\uD800-\uDBFF]/.test(text)) return (utf16) => utf16;
  const pairs: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const high = text.charCodeAt(at);
    if (high >= 0xd800 && high <= 0xdbff && text.charCodeAt(at + 1) >> 10 === 0x37) pairs.push((at += 1));
  }
  return (utf16) => {
    // Code points before an offset: its code units, less one for each pair that is complete before it.
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < utf16) low = middle + 1;
      else high = middle;
    }
    return utf16 - low;
  };
}

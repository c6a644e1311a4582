// SPDX-License-Identifier: Apache-2.0
import type { Edit } from './rewrite.ts';

// Zero-width and filler characters, bidi controls, soft hyphen, variation selectors, tags (Unicode 17, Default_Ignorable).
const invisible =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{E0000}-\u{E01EF}]/gu;
const any =
  /[\u00AD\u034F\u061C\u115F-\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uDB40]/;
const pictograph =
  /[\p{Extended_Pictographic}\u20E3\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}0-9#*\u{E0020}-\u{E007F}\uFE0F\u200D]$/u;
const joinsLetters =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Thai}\p{Script=Myanmar}]$/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Whether a text has any character that is not drawn. */
export const mayHide = (text: string): boolean => any.test(text);

/**
 * The invisible characters of a text as deletions, and how many of them hide something: not the ones that
 * emoji sequences, cursive scripts and right-to-left text are written with, nor a byte order mark.
 */
export function hiddenCharacters(text: string): { edits: Edit[]; hidden: number } {
  const edits: Edit[] = [];
  const bidi = rightToLeft.test(text);
  let hidden = 0;
  for (const match of text.matchAll(invisible)) {
    const start = match.index;
    const code = match[0].codePointAt(0) ?? 0;
    const before = text.slice(Math.max(0, start - 2), start);
    const isBidi =
      (code >= 0x200e && code <= 0x200f) ||
      (code >= 0x202a && code <= 0x202e) ||
      code === 0x61c ||
      (code >= 0x2066 && code <= 0x2069);
    const innocent =
      (code === 0xfeff && start === 0) ||
      (bidi && isBidi) ||
      (code >= 0xfe00 && code <= 0xfe0f) ||
      ((code === 0x200c || code === 0x200d) && joinsLetters.test(before)) ||
      ((code === 0x200d || code >= 0xe0000) && pictograph.test(before));
    if (!innocent) hidden += 1;
    edits.push({ start, end: start + match[0].length, text: '' });
  }
  return { edits, hidden };
}

const tagged = /(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,12})[\u{E0020}-\u{E007E}]{2,}/gu;
const overridden = /\u202E([^\u202C\n]{2,200})\u202C?/gu;

/** Text written in tag characters (U+E0020..7E), and text that a right-to-left override displays backwards. */
export function hiddenText(text: string): Edit[] {
  const tags = [...text.matchAll(tagged)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: [...match[0]].map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000)).join(''),
  }));
  const reversed = [...text.matchAll(overridden)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: [...(match[1] ?? '')].reverse().join(''),
  }));
  return [...tags, ...reversed];
}

// SPDX-License-Identifier: Apache-2.0
import type { Edit } from './rewrite.ts';

// Zero-width and filler characters, bidi controls, soft hyphen, variation selectors, tags (Unicode, DerivedCoreProperties).
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const any = /\p{Default_Ignorable_Code_Point}/u;
const afterPictograph =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u20E3)$/u;
const afterFlag = /\u{1F3F4}[\u{E0020}-\u{E007F}]{0,8}$/u;
const afterJoiningLetter =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Thai}\p{Script=Myanmar}]$/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const bidiControl = /^\p{Bidi_Control}$/u;
const variation = /^[\uFE00-\uFE0F\u180B-\u180D\u{E0100}-\u{E01EF}]$/u;

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
    const [character] = match;
    const before = text.slice(Math.max(0, start - 20), start);
    const innocent =
      (character === '\uFEFF' && start === 0) ||
      (bidi && bidiControl.test(character)) ||
      variation.test(character) ||
      (/[\u200C\u200D]/.test(character) && afterJoiningLetter.test(before)) ||
      (character === '\u200D' && afterPictograph.test(before)) ||
      afterFlag.test(before);
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
    text: Array.from(match[0])
      .map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000))
      .join(''),
  }));
  const reversed = [...text.matchAll(overridden)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: Array.from(match[1] ?? '')
      .reverse()
      .join(''),
  }));
  return [...tags, ...reversed];
}

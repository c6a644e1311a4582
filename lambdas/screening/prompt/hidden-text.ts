// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal } from './check.ts';

const otherAlphabet = /[\u0370-\u052f]/;
const mixedAlphabets =
  /(?=[\p{L}\p{M}]*[a-z])(?=[\p{L}\p{M}]*[\u0370-\u03ff\u0400-\u052f])[\p{L}\p{M}]{3,40}/giu;
// Hebrew and Arabic text is written with these two; everything else that reorders or blanks is a disguise.
const directional = /[\u200e\u200f]/gu;

/** Characters that a reader does not see, and letters of one alphabet that pose as another's. */
export const hiddenText: PromptCheck = {
  name: 'hidden-text',
  looksAt: 'both',
  check(slot) {
    const { count, spelled, start, end } = slot.hidden;
    const signals: Signal[] = [];
    const harmless = count === 0 ? 0 : Array.from(slot.text.matchAll(directional)).length;
    // A lone byte order mark or soft hyphen comes with copied text; a handful of them is meant.
    if (count - harmless > 3) signals.push({ code: 'hidden-text', weight: 0.5, start, end });
    if (spelled.length > 2) signals.push({ code: 'payload-smuggling', weight: 1, start, end });
    if (!otherAlphabet.test(slot.text)) return signals;
    let mixed = 0;
    for (const match of slot.text.matchAll(mixedAlphabets)) {
      // One such word is a unit or a chemical ("μg", "TNFα"): a short tail of Greek is science.
      if (/^[a-z\d]+[\u0370-\u03ff]{1,2}$|^[\u0370-\u03ff]{1,2}[a-z\d]+$/iu.test(match[0])) continue;
      mixed += 1;
      if (mixed > 8) break;
      signals.push({
        code: 'hidden-text',
        weight: 0.3,
        start: match.index,
        end: match.index + match[0].length,
      });
    }
    return signals;
  },
};

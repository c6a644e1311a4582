// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal } from './check.ts';

/** A byte order mark, a soft hyphen or a Greek letter in a word comes with copied text; more is meant. */
export const hiddenByCopying = 3;
const tagCharacters = /[\u{e0020}-\u{e007e}]{3,2000}/gu;
const flagBefore = /\u{1f3f4}$/u;

/** Characters that a reader does not see, letters that pose as others, and encodings too deep to read. */
export const hiddenText: PromptCheck = {
  name: 'hidden-text',
  looksAt: 'both',
  check({ text, hidden, complete }) {
    const whole = { start: 0, end: text.length };
    const signals: Signal[] = [];
    if (!complete) signals.push({ code: 'detection-incomplete', weight: 1, ...whole });
    if (hidden > 0)
      signals.push({ code: 'hidden-text', weight: hidden > hiddenByCopying ? 0.5 : 0.1, ...whole });
    // Tag characters spell ASCII that no font draws; after a black flag they choose a region's flag (Unicode TR 51).
    for (const match of text.matchAll(tagCharacters)) {
      const { index } = match;
      if (flagBefore.test(text.slice(Math.max(0, index - 2), index))) continue;
      signals.push({ code: 'payload-smuggling', weight: 1, start: index, end: index + match[0].length });
    }
    return signals;
  },
};

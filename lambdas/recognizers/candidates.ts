// SPDX-License-Identifier: Apache-2.0

const separators = ' -./:+()';
const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Digits a number needs, with what joins its groups, before any recognizer of long numbers looks at it. */
const enough = 4;

/**
 * Where an identifier made of digits and Latin letters may begin: the starts of runs of them, and of the
 * digits inside such a run, from which at least four digits follow, in groups joined by at most two
 * separators each and with at most two groups of letters before the first digit. UTF-16 offsets, rising.
 */
export function candidates(text: string): number[] {
  const found: number[] = [];
  // Walks from digit to digit: a text without any costs one search.
  for (let digit = nextDigit(text, 0); digit !== -1;) {
    const start = chainStart(text, digit);
    const end = chainEnd(text, digit);
    if (digitsIn(text, digit, end) >= enough) starts(text, start, end, found);
    digit = nextDigit(text, end);
  }
  return found;
}

const nextDigit = (text: string, from: number) => {
  for (let at = from; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) return at;
  return -1;
};

const digitsIn = (text: string, from: number, end: number) => {
  let count = 0;
  for (let at = from; at < end; at += 1) if (isDigit(text.charCodeAt(at))) count += 1;
  return count;
};

/** Back over the letters that touch the digit, and over up to two short groups of letters before them. */
const chainStart = (text: string, digit: number) => {
  const backOver = (from: number) => {
    let at = from;
    while (at > 0 && from - at < 12 && isLetter(text.charCodeAt(at - 1))) at -= 1;
    return at;
  };
  let start = backOver(digit);
  for (let groups = 0; groups < 2; groups += 1) {
    if (start === 0 || !separators.includes(text.charAt(start - 1))) break;
    const next = backOver(start - 1);
    if (next === start - 1) break;
    start = next;
  }
  return start;
};

/** Forward over digits, letters that touch them, and separators that lead to more digits. */
const chainEnd = (text: string, digit: number) => {
  let end = digit;
  for (let at = digit; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || isLetter(code)) end = at + 1;
    else if (!separators.includes(text.charAt(at)) || at - end >= 2) break;
    if (isLetter(code) && at - digit > 64 && !isDigit(text.charCodeAt(at + 1))) break;
  }
  return end;
};

const starts = (text: string, start: number, end: number, found: number[]) => {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const previous = at === 0 ? 0 : text.charCodeAt(at - 1);
    const run = isDigit(code) || isLetter(code);
    const begins = run && !isDigit(previous) && !(isLetter(previous) && isLetter(code));
    if (begins) found.push(at);
  }
};

// SPDX-License-Identifier: Apache-2.0

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const separators = new Set(Array.from(' -./:+()_#,*', (each) => each.charCodeAt(0)));

/** How far ahead of a start digits are counted, and how many there must be. */
const ahead = { length: 32, digits: 4 } as const;
/** Letters before the first digit: at most so many in a group, and so many groups. */
const letters = { group: 14, groups: 2 } as const;

/**
 * Where an identifier made of digits and Latin letters may begin: the starts of runs that hold a digit, of
 * the digits inside such a run, and of up to two groups of letters just before it, if at least four digits
 * stand within 32 characters of it. UTF-16 offsets, rising. One pass; text without digits costs next to nothing.
 */
export function candidates(text: string): number[] {
  const found: number[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    if (enough(text, at)) {
      for (const start of groupsBefore(text, at, done)) found.push(start);
      found.push(at);
    }
    while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
    done = at;
  }
  return found;
}

const enough = (text: string, start: number) => {
  let digits = 0;
  const end = Math.min(text.length, start + ahead.length);
  for (let at = start; at < end && digits < ahead.digits; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits += 1;
    else if (!isLetter(code) && !separators.has(code)) break;
  }
  return digits >= ahead.digits;
};

/** The starts of the letters that touch a digit and of the groups of letters before them, not before `floor`. */
const groupsBefore = (text: string, digit: number, floor: number) => {
  const starts: number[] = [];
  let end = digit;
  for (let group = 0; group <= letters.groups; group += 1) {
    let start = end;
    while (start > floor && end - start < letters.group && isLetter(text.charCodeAt(start - 1))) start -= 1;
    if (start < end) starts.unshift(start);
    else if (group > 0) break;
    if (start <= floor || !separators.has(text.charCodeAt(start - 1))) break;
    end = start - 1;
  }
  return starts;
};

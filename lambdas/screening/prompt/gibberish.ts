// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal } from './check.ts';

/*
 * Suffixes found by optimisation (Zou et al. 2023, "Universal and Transferable Adversarial Attacks"; Andriushchenko et al. 2024) look like
 * nothing a person types: brackets of several kinds that never close, words glued across alphabets and cases. Code closes
 * its brackets and stands on lines of its own; tables repeat one mark.
 */
const width = 160;
const step = 80;
const longest = 20_000;

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const strange = /[[\](){}<>\\$`|=^~_@#%*;"&]/g;
const marks = /[[\](){}<>\\$`|=^~_@#%*;"&!?.,:'+/-]{2,}/g;
const camel = /[a-z]{2}[A-Z][a-zA-Z]/g;
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Han}/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
];
const glued =
  /[a-z][\u0400-\u04ff\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]|[\u0400-\u04ff\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af][a-z]/giu;

const count = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern)).length;

function unmatched(text: string): number {
  const open: string[] = [];
  let wrong = 0;
  for (const character of text) {
    if (character === '(' || character === '[' || character === '{') open.push(character);
    const opener = closers[character];
    if (opener === undefined) continue;
    if (open.at(-1) === opener) open.pop();
    else wrong += 1;
  }
  return wrong + open.length;
}

/** How strange a stretch of text is: 0 for prose, above 1 for what only a search over tokens produces. */
export function strangeness(stretch: string): number {
  const open = unmatched(stretch);
  const kinds = new Set(stretch.match(strange) ?? []).size;
  const clusters = new Set(stretch.match(marks) ?? []).size;
  const present = scripts.filter((script) => script.test(stretch)).length;
  const letters = Math.max(1, count(stretch, /\p{L}/gu));
  const density = count(stretch, strange) / letters;
  // Rows, code and markup are strange in one way: a line structure, closed brackets, one repeated mark.
  const lines = count(stretch, /\n/g);
  let sum = 0;
  if (open >= 2) sum += 0.15 * Math.min(open, 6);
  if (kinds >= 6) sum += 0.1 * (kinds - 5);
  if (clusters >= 4) sum += 0.1 * (clusters - 3);
  sum += Math.min(0.4, 0.08 * count(stretch, camel));
  sum += Math.min(1.2, 0.3 * count(stretch, glued));
  if (present >= 3) sum += 0.35 * (present - 2);
  if (density > 0.6) sum -= 0.3;
  return sum - 0.25 * lines;
}

export const gibberish: PromptCheck = {
  name: 'gibberish',
  looksAt: 'both',
  check(slot) {
    const { text } = slot;
    let worst = 0;
    let at = 0;
    const end = Math.min(text.length, longest);
    for (let start = 0; start < end; start += step) {
      const from = Math.min(start, Math.max(0, text.length - width));
      const value = strangeness(text.slice(from, from + width));
      if (value > worst) [worst, at] = [value, from];
    }
    // The tail is where suffixes are: look at it also when the text is longer than what was read.
    const tail = Math.max(0, text.length - width);
    const value = strangeness(text.slice(tail));
    if (value > worst) [worst, at] = [value, tail];
    const signals: Signal[] = [];
    if (worst >= 0.9)
      signals.push({
        code: 'payload-smuggling',
        weight: worst >= 1.2 ? 0.7 : 0.4,
        start: at,
        end: Math.min(text.length, at + width),
      });
    return signals;
  },
};

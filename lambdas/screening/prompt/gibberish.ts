// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';

/*
 * Suffixes found by optimisation (Zou et al. 2023, "Universal and Transferable Adversarial Attacks"; Andriushchenko
 * et al. 2024) look like nothing a person types: brackets that never close, clusters of marks that no notation has,
 * words glued across alphabets and cases. Code closes its brackets and keeps to lines; tables repeat one mark.
 */
const width = 160;
const step = 80;
/** What prose, code, tables and addresses stay below; measured on each. */
const strangeEnough = 0.5;
const certain = 0.9;

const openers = '([{';
const closers = ')]}';
const marks = /[[\](){}<>\\$`|=^~@#%*;"&!?.,:'+/_-]{2,}/g;
const strange = /[[\](){}<>\\$`|=^~@#%*;"&]/g;
const rare = '[](){}<>\\$`|=^~@#%*;"&';
/** A stretch with fewer noticeable characters cannot be strange enough. */
const fewest = 3;
const camel = /[a-z]{2}[A-Z][a-zA-Z]/g;
const glued =
  /[a-z][\u0400-\u04ff\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]|[\u0400-\u04ff\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af][a-z]/giu;
const alphabets = [
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
const beyondLatin = /[\u0370-\uffee]/;
// What a sentence, a citation or a list does with marks: nothing strange.
const ordinary =
  /^(?:[.?!,;:]["')\]]{0,3}|["')\]]{1,3}[.?!,;:]{1,3}|\.{2,}|-{2,}|_{2,}|={2,}|\*{2,}|#{2,}|~{2,}|`{3}|\|{2,}|["'(]{2}|["')]{2}|:\/\/|!{2,}|\?{2,}|%[).,;]{0,2}|[)\]][,.;:]{0,2}|["'][,.;:)]{1,2}|[,;:][($#]|\+\/-|->|=>|[<>!]=|&&|::|\/\/|\/\*|\*\/|\(-)$/;

const count = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern)).length;

/** 1 where a bracket stands that nothing closes or opens. */
function unmatched(text: string): Uint8Array {
  const open: number[] = [];
  const alone = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (openers.includes(character)) open.push(index);
    else if (closers.includes(character)) {
      const last = open.at(-1);
      if (last !== undefined && openers.indexOf(text.charAt(last)) === closers.indexOf(character)) open.pop();
      else if (!enumerates(text, index)) alone[index] = 1;
    }
  }
  for (const index of open) alone[index] = 1;
  return alone;
}

/** 1 where a character stands that prose seldom has. */
function noticeable(text: string): Uint8Array {
  const found = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x36f || (code < 0x80 && rare.includes(text.charAt(index)))) found[index] = 1;
  }
  return found;
}

/** Running sums, so that any stretch is counted in one step. */
function sums(flags: Uint8Array): Uint32Array {
  const running = new Uint32Array(flags.length + 1);
  flags.forEach((flag, index) => (running[index + 1] = (running[index] ?? 0) + flag));
  return running;
}

/** "a)" and "1)" number a list, and ":)" is a face. */
const enumerates = (text: string, index: number) =>
  text.charAt(index) === ')' &&
  /(?:^|[\s(,;:])(?:[\da-z]{1,3}|[ivx]{1,4})?[.:;-]?$/i.test(text.slice(Math.max(0, index - 5), index));

// Words that only code puts so close together.
const codeWords =
  /\b(?:const|return|function|var|let|import|export|def|class|else|for|while|if|typeof|new|null|undefined|true|false|select|from|where|public|static|void|int|string|readonly)[ (:=;{]|=>|<\/[a-z]|":|\(\)/g;

/** How strange a stretch of text is: 0 for prose, from 0.5 what only a search over tokens produces. */
function strangeness(stretch: string, open: number): number {
  const kinds = new Set(stretch.match(strange) ?? []).size;
  const clusters = new Set((stretch.match(marks) ?? []).filter((cluster) => !ordinary.test(cluster))).size;
  let sum = 0.1 * Math.max(0, kinds - 5) + 0.12 * Math.min(6, Math.max(0, clusters - 1));
  if (open + clusters + kinds > 2) sum += Math.min(0.4, 0.1 * count(stretch, camel));
  // What closes its brackets is a notation, however dense.
  sum = sum * Math.min(1, 0.3 + 0.35 * open) + 0.14 * Math.min(open, 6) - 0.15 * count(stretch, codeWords);
  if (beyondLatin.test(stretch)) {
    const present = alphabets.filter((alphabet) => alphabet.test(stretch)).length;
    sum += Math.min(1.2, 0.3 * count(stretch, glued)) + 0.35 * Math.max(0, present - 2);
  }
  return sum - 0.2 * count(stretch, /\n/g);
}

/** The strangest stretch of a text: how strange, and where. */
export function strangest(text: string): { value: number; start: number; end: number } {
  let worst = { value: 0, start: 0, end: 0 };
  const seen = sums(noticeable(text));
  if ((seen.at(-1) ?? 0) < fewest) return worst;
  const alone = sums(unmatched(text));
  const between = (running: Uint32Array, start: number, end: number) =>
    (running[end] ?? 0) - (running[start] ?? 0);
  // The last stretch ends with the text: that is where suffixes stand.
  const last = Math.max(0, text.length - width);
  for (let start = 0; start <= last; start = start < last ? Math.min(start + step, last) : last + 1) {
    const end = Math.min(text.length, start + width);
    if (between(seen, start, end) < fewest) continue;
    const value = strangeness(text.slice(start, end), between(alone, start, end));
    if (value > worst.value) worst = { value, start, end };
  }
  return worst;
}

export const gibberish: PromptCheck = {
  name: 'gibberish',
  looksAt: 'both',
  check({ text }) {
    const { value, start, end } = strangest(text);
    if (value < strangeEnough) return [];
    return [{ code: 'payload-smuggling', weight: value < certain ? 0.5 : 0.8, start, end }];
  },
};

// SPDX-License-Identifier: Apache-2.0
import type { Span } from './check.ts';
import type { View } from './view.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Capitalised without being a name of anything a document would have to contain. */
const common: ReadonlySet<string> = new Set(
  list(`i i'm i'll i've i'd ok okay am pm a.m p.m us usa u.s u.s.a uk eu english spanish american faq id pdf dr mr mrs ms mx miss prof
  er emergency god internet web please yes no note tbd n/a na asap re cc dear sincerely regards best thank thanks hello hi
  dob mrn ssn ai q a ii iii iv tv gps usd monday-friday mon fri bold markdown the a an and or but if this that these those it
  irs fdic fda cdc nih hipaa cfpb sec va er ehr emr`),
);
const token = /(?<![\p{L}\p{N}_'-])\p{Lu}[\p{L}\p{M}]{0,30}(?:[.'&-]?[\p{L}\p{M}\p{N}]{1,30}){0,4}/gu;
const opening = /(?:^|[\n:;.!?"'([/|>#-]|\d[.)])\s{0,4}["'([]{0,3}$/;

const stemmed = (word: string) =>
  word
    .replace(/'s?$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s|er|ers|ly|al|ian|an|ic)$/, '');

/** The words of known texts, in lower case, as they are and without their endings, and runs of initials. */
export function knownWords(views: readonly View[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { lower } of views) {
    const all = [...lower.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']{0,40}/gu)].map((match) => match[0]);
    for (const word of all) {
      known.add(word);
      known.add(stemmed(word));
    }
    const initials = all.map((word) => word.charAt(0)).join('');
    for (let length = 2; length <= 5; length += 1)
      for (let at = 0; at + length <= initials.length && at < 4000; at += 1)
        known.add(`^${initials.slice(at, at + length)}`);
  }
  return known;
}

const isKnown = (word: string, known: ReadonlySet<string>): boolean => {
  const lower = word.toLowerCase();
  if (common.has(lower) || known.has(lower) || known.has(stemmed(lower))) return true;
  if (/^[A-Z]{2,5}s?$/.test(word) && known.has(`^${lower.replace(/s$/, '')}`)) return true;
  const parts = lower.split(/['&.-]/).filter((part) => part !== '');
  return (
    parts.length > 1 && parts.every((part) => common.has(part) || known.has(part) || known.has(stemmed(part)))
  );
};

/** A heading or label: most of its longer words are capitalised, or it does not end as a sentence does. */
const isHeading = (sentence: string) => {
  const words = sentence.match(/\p{L}[\p{L}\p{M}'-]{3,}/gu) ?? [];
  if (words.length === 0) return true;
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length <= 10 && !/[.!?]["')]{0,2}\s*$/.test(sentence) && capital / words.length > 0.55;
};

/** Capitalised words inside the sentences of a text that known texts do not have. Offsets of `plain`. */
export function unknownNames(slot: View, known: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  for (const { text, start } of slot.sentences) {
    if (isHeading(text)) continue;
    for (const match of text.matchAll(token)) {
      if (opening.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
      if (text.charAt(match.index - 1) === '[' || isKnown(match[0], known)) continue;
      found.push({ start: start + match.index, end: start + match.index + match[0].length });
    }
  }
  return found;
}

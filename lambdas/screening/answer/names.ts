// SPDX-License-Identifier: Apache-2.0
import type { Span } from './check.ts';
import type { View } from './view.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Capitalised without being a name of anything a document would have to contain. */
const common: ReadonlySet<string> = new Set(
  list(`i i'm i'll i've i'd ok okay am pm a.m p.m us usa u.s u.s.a uk eu english spanish american faq id pdf dr mr mrs ms mx miss prof
  er emergency god internet web please yes no note tbd n/a na asap re cc dear sincerely regards best thank thanks hello hi
  dob mrn ssn ai q a ii iii iv tv gps usd monday-friday mon fri bold markdown the an and or but if this that these those it
  irs fdic fda cdc nih hipaa cfpb sec va ehr emr`),
);
const token = /(?<![\p{L}\p{N}_'-])\p{Lu}[\p{L}\p{M}]{0,30}(?:[.'&-]?[\p{L}\p{M}\p{N}]{1,30}){0,4}/gu;
const opening = /(?:^|[\n:;.!?"'([/|>#-]|\d[.)])\s{0,4}["'([]{0,3}$/;

/** "Next Steps:" names what follows. */
const label = /^\W{0,6}(?:[\p{L}'&/-]{1,20} ){0,4}[\p{L}'&/-]{1,20}:/u;

const stemmed = (word: string) =>
  word
    .replace(/'s?$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s|er|ers|ly|al|ian|an|ic)$/, '');

/** What is known to have been said: words in lower case, their stems, and the initials of all words in a row. */
export type KnownWords = Readonly<{ has(word: string): boolean; initials(letters: string): boolean }>;

/** The words of known texts. Stems and initials are made when first asked for. */
export function knownWords(views: readonly View[]): KnownWords {
  const all = views.flatMap(({ lower }) => lower.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']{0,40}/gu) ?? []);
  const exact = new Set(all);
  let stems: ReadonlySet<string> | undefined;
  let firsts: string | undefined;
  return {
    has: (word) => {
      if (exact.has(word)) return true;
      stems ??= new Set([...exact].map(stemmed));
      return stems.has(stemmed(word)) || exact.has(stemmed(word)) || stems.has(word);
    },
    initials: (letters) => {
      firsts ??= all.map((word) => word.charAt(0)).join('');
      return firsts.includes(letters);
    },
  };
}

const isKnown = (word: string, known: KnownWords): boolean => {
  const lower = word.toLowerCase();
  if (common.has(lower) || known.has(lower)) return true;
  if (/^[A-Z]{2,5}s?$/.test(word) && known.initials(lower.replace(/s$/, ''))) return true;
  const parts = lower.split(/['&.-]/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => common.has(part) || known.has(part));
};

/** A heading or label: most of its longer words are capitalised, and it does not end as a sentence does. */
const isHeading = (sentence: string) => {
  if (/[.!?]["')]{0,2}\s*$/.test(sentence)) return false;
  const words = sentence.match(/\p{L}[\p{L}\p{M}'-]{3,}/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length === 0 || (words.length <= 10 && capital / words.length > 0.55);
};

/** Capitalised words inside the sentences of a text that known texts do not have. Offsets of `plain`. */
export function unknownNames(slot: View, known: KnownWords): Span[] {
  const found: Span[] = [];
  for (const { text, start } of slot.sentences) {
    if (isHeading(text)) continue;
    const labelEnd = label.exec(text)?.[0].length ?? 0;
    for (const match of text.matchAll(token)) {
      if (opening.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
      if (match.index < labelEnd) continue;
      if (text.charAt(match.index - 1) === '[' || isKnown(match[0], known)) continue;
      found.push({ start: start + match.index, end: start + match.index + match[0].length });
    }
  }
  return found;
}

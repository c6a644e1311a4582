// SPDX-License-Identifier: Apache-2.0

/** How far a context word may stand before and after the place a match begins, in UTF-16 code units. */
const reach = { before: 64, after: 72 } as const;

/** What may stand between a label and its value: `MRN number is: #`, `Policy No. =`, `"mrn": "`, `your MRN? Caller: `. */
const filler =
  /^(?:[\s:：#=.,*_|()"'>[\-–?]|(?:numbers?|num|nos?|nr|n[º°]|numer|nambari|नंबर|номер|ids?|code|is|was|s|end(?:s|ing)(?: in| with)?|on file|ist|es|est|di|de|for|number\(s\))(?![A-Z])|\?["'”]?\s{1,3}["'“]?[A-Z][A-Z.]{1,14}(?: [A-Z]{1,14})?:\s){0,16}$/i;

const word = /[\p{L}\p{M}\p{N}]+/gu;
/** A particle that another script writes together with the word: 여권번호는, 患者番号は. */
const particles = /[는은이가을를はがをの]$/u;

/** The words of a phrase, in lower case, joined by spaces: `Policy-No.` is `policy no`. */
const normal = (phrase: string) => (phrase.toLowerCase().match(word) ?? []).join(' ');

/** Context phrases of many kinds by their first word: a text is read once for all of them. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>;
type Entry = Readonly<{ rest: readonly string[]; kind: number; label: boolean }>;

export type ContextWords = Readonly<{ near?: readonly string[]; label?: readonly string[] }>;

/** Collects the context words of kinds; a kind is known by its place in the array. */
export function lexicon(kinds: readonly ContextWords[]): Lexicon {
  const entries = new Map<string, Entry[]>();
  const put = (first: string, entry: Entry) => {
    const known = entries.get(first);
    if (known === undefined) entries.set(first, [entry]);
    else known.push(entry);
  };
  const add = (phrase: string, kind: number, label: boolean) => {
    const [first = '', ...rest] = normal(phrase).split(' ');
    put(first, { rest, kind, label });
    // "zip code" is also written "zipcode".
    if (rest.length > 0) put(first + rest.join(''), { rest: [], kind, label });
  };
  kinds.forEach(({ near = [], label = [] }, kind) => {
    for (const phrase of near) add(phrase, kind, false);
    for (const phrase of label) add(phrase, kind, true);
  });
  return entries;
}

type Word = Readonly<{ start: number; end: number; text: string }>;

/** Which kinds the text around a place speaks of. Places must be asked in rising order. */
export type Surroundings = (start: number) => ReadonlySet<number>;

/**
 * Reads context around rising places, each word once: a `near` phrase counts within the window, a `label`
 * only if nothing but fillers stands between it and the place.
 */
export function surroundings(lexicon: Lexicon, text: string): Surroundings {
  const reader = new RegExp(word);
  let words: Word[] = [];
  let next: Word | undefined = { start: 0, end: 0, text: '' };
  return (start) => {
    const from = Math.max(0, start - reach.before);
    const to = start + reach.after;
    words = words.filter((each) => each.start >= from);
    while (next !== undefined && next.start <= to) {
      if (next.start >= from && next.end > next.start) words.push(next);
      reader.lastIndex = Math.max(next.end, next.end < from ? wordStart(text, from) : 0);
      const match = reader.exec(text);
      next =
        match === null
          ? undefined
          : { start: match.index, end: match.index + match[0].length, text: match[0].toLowerCase() };
    }
    return kindsOf(lexicon, text, words, start);
  };
}

/** A text without end of word characters still costs only the window. */
const wordStart = (text: string, at: number) => {
  let start = at;
  while (start > 0 && at - start < 32 && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(start - 1))) start -= 1;
  return start;
};

const kindsOf = (lexicon: Lexicon, text: string, words: readonly Word[], start: number) => {
  const kinds = new Set<number>();
  words.forEach((first, at) => {
    const entries = lexicon.get(first.text) ?? lexicon.get(first.text.replace(particles, ''));
    for (const { rest, kind, label } of entries ?? []) {
      if (kinds.has(kind) || !rest.every((each, after) => words[at + 1 + after]?.text === each)) continue;
      const end = (words[at + rest.length] ?? first).end;
      if (
        !label ||
        (end <= start && text.charAt(first.start - 1) !== '/' && filler.test(text.slice(end, start)))
      )
        kinds.add(kind);
    }
  });
  return kinds;
};

const cellEnds = '\n\r\t|;"';

/** Whether a match is all there is in its line, cell or quoted value. */
export const isAlone = (text: string, start: number, end: number): boolean =>
  (start === 0 || cellEnds.includes(text.charAt(start - 1))) &&
  (end === text.length || cellEnds.includes(text.charAt(end)));

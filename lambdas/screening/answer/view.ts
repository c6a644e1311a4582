// SPDX-License-Identifier: Apache-2.0
import { tracedText } from './traced-text.ts';

/** A sentence, list item, table cell or heading of a plain text. */
export type Sentence = Readonly<{ text: string; lower: string; start: number }>;

/**
 * A text as the checks read it. `plain` is one unit long for one unit of meaning: NFKC, invisible characters
 * and Markdown emphasis gone, white space folded to one space, borders of paragraphs and list items to `\n`.
 * Offsets are UTF-16 code units; `origin` leads from `plain` back to `text`.
 */
export type View = Readonly<{
  text: string;
  plain: string;
  lower: string;
  sentences: readonly Sentence[];
  /** How many invisible characters there were that hide text rather than shape it. */
  hidden: readonly number[];
  origin(plainOffset: number): number;
}>;

const space = /^\s$/;
const invisible = /^(?:[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]|\u034f|[\u{e0100}-\u{e01ef}])$/u;
/** Joiners and variation selectors shape emoji and Indic scripts; a soft hyphen and a BOM are harmless. */
const shaping = /^(?:\u00ad|\u200c|\u200d|\ufe0e|\ufe0f|\ufeff)$/u;
const dropped = new Set(['*', '`', '~']);
const asQuote: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201b': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2032': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\u2014': ' - ',
  '\u2026': '...',
  '\u2022': '-',
};
/** What a line begins with that makes it an item of its own. */
const ownLine = /^[ \t]{0,12}(?:[-*+•|>#]|\d{1,3}[.)]|[A-Za-z][.)] |$)/;

/** Lower case, one unit for one unit, so that offsets stay. */
const lowered = (plain: string) => {
  const lower = plain.toLowerCase();
  return lower.length === plain.length
    ? lower
    : Array.from(plain, (each) => {
        const small = each.toLowerCase();
        return small.length === each.length ? small : each;
      }).join('');
};

/** What needs no thought: printable ASCII that is not Markdown emphasis, and single spaces between. */
const ordinary = /(?:[!-)+-^a-}]| (?=[!-)+-^a-}]))+/y;

/** Reads a text of any length once. Never throws on text, well-formed or not. */
export function view(text: string): View {
  const made = tracedText(text.length);
  const hidden: number[] = [];
  const ordinaryHere = new RegExp(ordinary);
  for (let at = 0; at < text.length;) {
    ordinaryHere.lastIndex = at;
    const stretch = ordinaryHere.exec(text)?.[0];
    if (stretch !== undefined) {
      const twice =
        stretch.startsWith(' ') && (made.last() === ' ' || made.last() === '\n' || made.last() === '');
      made.copy(twice ? stretch.slice(1) : stretch, twice ? at + 1 : at);
      at += stretch.length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const last = made.last();
    const apart = last === ' ' || last === '\n' || last === '';
    if (character === '\n') {
      const next = text.slice(at + 1, at + 25).split('\n', 1)[0] ?? '';
      const border = ownLine.test(next) || ownLine.test(lineBefore(text, at));
      if (border && last === ' ') made.border();
      else if (!apart) made.push(border ? '\n' : ' ', at);
    } else if (space.test(character)) {
      if (!apart) made.push(' ', at);
    } else if (character <= '\u007e' && character > ' ') {
      if (!dropped.has(character) && !(character === '_' && emphasis(text, at))) made.push(character, at);
    } else if (invisible.test(character)) {
      if (!shaping.test(character)) hidden.push(at);
    } else made.push(asQuote[character] ?? character.normalize('NFKC'), at);
    at += character.length;
  }
  const { plain, origins } = made.done();
  const lower = lowered(plain);
  return {
    text,
    plain,
    lower,
    sentences: sentences(plain, lower),
    hidden,
    origin: (offset) =>
      offset >= plain.length ? text.length : (origins[Math.max(0, offset)] ?? text.length),
  };
}

const lineBefore = (text: string, end: number) => {
  const start = text.lastIndexOf('\n', end - 1) + 1;
  const line = text.slice(start, Math.min(end, start + 24));
  // An item may run on to the next line; a heading, a table row and an empty line may not.
  return /^\s{0,3}(?:[#|]|$)/.test(line) ? line : 'x';
};

const wordUnit = /[A-Za-z0-9]/;
/** An underscore is emphasis unless it stands inside a word, as in a placeholder. */
const emphasis = (text: string, at: number) =>
  !(wordUnit.test(text.charAt(at - 1)) && wordUnit.test(text.charAt(at + 1)));

const ends = /\n|[.!?]["')\]]{0,3}(?=\s|$)|;(?=\s)/g;
const notAnEnd =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|st|vs|e\.g|i\.e|etc|approx|no|inc|ltd|co|fig|dept|jr|sr|prof|[a-z]|\d{1,3})\.$/;

function sentences(plain: string, lower: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const cut = (end: number) => {
    if (end > start && plain.slice(start, end).trim() !== '')
      found.push({ text: plain.slice(start, end), lower: lower.slice(start, end), start });
    start = end;
  };
  for (const match of plain.matchAll(ends)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && notAnEnd.test(lower.slice(Math.max(start, end - 8), end))) continue;
    cut(end);
  }
  cut(plain.length);
  return found;
}

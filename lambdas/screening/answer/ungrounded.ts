// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, type AnswerInput, everySlot, type Span } from './check.ts';
import { conditions } from './conditions.ts';
import { drugNames } from './drug-names.ts';
import { drugs } from './drugs.ts';
import { grounded, restates } from './grounded-number.ts';
import { knownWords, unknownNames } from './names.ts';
import { quantities, type Quantity } from './quantities.ts';
import { brands, synonyms } from './synonyms.ts';
import type { Sentence, View } from './view.ts';

/** "The documents do not say": what is missing may be named. */
const saysMissing =
  /\b(?:not|n't|no|none|nothing|neither|without)\b[^.;]{1,40}\b(?:say|says|mention\w{0,3}|states?|stated|includ\w{1,3}|specif\w{1,3}|contain\w{0,3}|list\w{0,2}|records?|recorded|give|given|gives|provided?|indicat\w{1,3}|show|shown|shows|information|cover\w{0,2}|describe\w?|found|find|available|address\w{0,2}|discuss\w{0,2}|documented?|report\w{0,2}|know)\b/;
/** Words about kinds of illness, not about anybody's. */
const everyday: ReadonlySet<string> = new Set([
  'anxiety',
  'depression',
  'stress',
  'ulcer',
  'acne',
  'obesity',
  'dehydration',
  'mono',
  'aids',
  'stroke',
  'cancer',
  'allergy',
]);
const knownAs = (name: string, text: string, same: readonly (readonly string[])[]) => {
  const others = same
    .filter((group) => group.some((each) => name === each || name.endsWith(` ${each}`)))
    .flat();
  return [name, ...others].some((each) => text.includes(each));
};

const placeholder = /\[[a-z_]{2,20}_\d{1,5}_[0-9a-z]{2}(?:[+-]\d{1,6}[dwmy]?)?\]/g;
const masked = (text: string) => text.replaceAll(placeholder, (each) => ' '.repeat(each.length));

const distances = (text: string) => [...text.matchAll(/\[(date_\d{1,5}_[0-9a-z]{2})(?:([+-]\d{1,6})d)?\]/g)];
const days = (match: RegExpExecArray) => Number(match[2] ?? 0);

/** The days between any two dates of a text: whoever reads them may count. */
function spansBetween(text: string): Quantity[] {
  const offsets = [...new Set(distances(text).map(days))].slice(0, 40);
  const gaps = new Set(offsets.flatMap((one) => offsets.map((other) => Math.abs(one - other))));
  const unit = { kind: 'time', factor: 1 };
  return [...gaps].map((value) => ({ start: 0, end: 0, value, half: 0.5, unit, written: '', scale: 1 }));
}

/** Each number with each unit once, however often a long document repeats it. */
const different = (all: readonly Quantity[]): Quantity[] => [
  ...new Map(
    all.map((each) => [`${each.value} ${each.unit?.kind ?? ''} ${each.unit?.factor ?? 1}`, each]),
  ).values(),
];

/** Everything the documents and the question say, read once. */
const sources = ({ context, question }: AnswerInput) => {
  const views = [...context, question];
  const text = views.map((view) => view.lower).join('\n');
  return {
    text,
    numbers: different([...views.flatMap((view) => quantities(masked(view.lower))), ...spansBetween(text)]),
    words: knownWords(views),
  };
};
type Sources = ReturnType<typeof sources>;

const counts = ({ value, unit, written }: Quantity) =>
  unit !== undefined || (/\d/.test(written) && (value > 10 || !Number.isInteger(value)));

function numbersOf(sentence: Sentence, known: Sources, shown: readonly Quantity[]): Span[] {
  const text = masked(sentence.lower);
  // The same number in the same sentence is judged once: time must not grow with its square.
  const judged = new Map<string, boolean>();
  return quantities(text)
    .filter(counts)
    .filter((each) => {
      const key = `${each.written} ${text.slice(Math.max(0, each.start - 8), each.start)}`;
      const before = judged.get(key) ?? grounded(each, known.numbers, shown, text, each.start);
      judged.set(key, before);
      return !before;
    })
    .map(({ start, end }) => ({ start: sentence.start + start, end: sentence.start + end }));
}

/** Numbers once each, as many as arithmetic may be tried with. */
const distinct = (all: readonly Quantity[]): Quantity[] =>
  [...new Map(all.map((each) => [each.value, each])).values()].slice(0, 200);

function termsOf(sentence: Sentence, known: Sources): Span[] {
  const named = [
    ...drugs(sentence.lower).filter(
      ({ name }) => (drugNames.has(name) || !name.includes(' ')) && !knownAs(name, known.text, brands),
    ),
    ...conditions(sentence.lower).filter(
      ({ name }) =>
        !everyday.has(name) &&
        !knownAs(name, known.text, synonyms) &&
        !name.split(' ').some((part) => part.length > 4 && known.text.includes(part)),
    ),
  ];
  return named.map(({ start, end }) => ({ start: sentence.start + start, end: sentence.start + end }));
}

/** A date placeholder with a distance that nothing in the sources accounts for. */
function distancesOf(slot: View, known: Sources): Span[] {
  const given = distances(known.text);
  const durations = known.numbers
    .filter((each) => each.unit?.kind === 'time')
    .map((each) => each.value * (each.unit?.factor ?? 1));
  return distances(slot.lower)
    .filter((match) => {
      const distance = days(match);
      const starts = [0, ...given.filter((each) => each[1] === match[1]).map(days)];
      return !starts.some((start) => {
        const gap = Math.abs(distance - start);
        return gap === 0 || durations.some((each) => Math.abs(gap - each) <= Math.max(0.5, each * 0.03));
      });
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/**
 * Numbers, doses, dates, distances between dates, medicines, illnesses and names in the answer that neither the
 * context documents nor the question have. Without documents nothing is asked. Rounding, conversion, number
 * words, list numbers and one step of arithmetic are allowed for; so is saying what the documents do not say.
 */
export const ungrounded: AnswerCheck = {
  code: 'ungrounded',
  check: (input) => {
    if (input.context.every((each) => each.plain.trim() === '')) return [];
    const known = sources(input);
    return everySlot('ungrounded', (slot) => {
      const shown = distinct(quantities(masked(slot.lower))).filter((each) =>
        known.numbers.some((other) => restates(each, other, false)),
      );
      const told = slot.sentences.filter((sentence) => !saysMissing.test(sentence.lower));
      const silent = slot.sentences.filter((sentence) => saysMissing.test(sentence.lower));
      const names = unknownNames(slot, known.words).filter(
        ({ start }) => !silent.some((each) => start >= each.start && start < each.start + each.text.length),
      );
      return [
        ...told.flatMap((sentence) => numbersOf(sentence, known, shown)),
        ...told.flatMap((sentence) => termsOf(sentence, known)),
        ...distancesOf(slot, known),
        ...names,
      ];
    }).check(input);
  },
};

// SPDX-License-Identifier: Apache-2.0
import type { Identity } from '../../records/identity.ts';
import { type AnswerCheck, everySlot, type Span } from './check.ts';
import type { View } from './view.ts';

const letter = /[\p{L}\p{N}]/u;
const accents = /\p{M}/gu;
const plainly = (text: string) => text.normalize('NFD').replaceAll(accents, '');

/** Letters and digits of a text, lower case, without accents, with the way back. */
type Squeezed = Readonly<{
  text: string;
  at: readonly number[];
  starts: ReadonlySet<number>;
  ends: ReadonlySet<number>;
}>;

function squeeze(text: string): Squeezed {
  const at: number[] = [];
  const starts = new Set<number>();
  const ends = new Set<number>();
  let result = '';
  let inWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    if (!letter.test(unit)) {
      if (inWord) ends.add(result.length);
      inWord = false;
      continue;
    }
    if (!inWord) starts.add(result.length);
    inWord = true;
    const plain = unit <= '\u007e' ? unit : plainly(unit);
    for (let unitOf = 0; unitOf < plain.length; unitOf += 1) at.push(index);
    result += plain;
  }
  ends.add(result.length);
  return { text: result, at, starts, ends };
}

/** Where `form` stands in a squeezed text, beginning and ending where words do unless it is long enough anywhere. */
function occurrences({ text, at, starts, ends }: Squeezed, form: string): Span[] {
  const found: Span[] = [];
  for (let index = text.indexOf(form); index >= 0; index = text.indexOf(form, index + 1)) {
    const end = index + form.length;
    if (form.length >= 12 || (starts.has(index) && ends.has(end)))
      found.push({ start: at[index] ?? 0, end: (at[end - 1] ?? 0) + 1 });
  }
  return found;
}

const squeezedForm = (value: string) => squeeze(value.toLowerCase()).text;
const wordsOf = (value: string) => plainly(value.toLowerCase()).match(/[\p{L}\p{N}]{1,60}/gu) ?? [];

/** The forms in which a value would still be itself: as it is, digits only, reversed names, backwards. */
function formsOf({ type, value, forms }: Identity): string[] {
  const made = new Set<string>();
  for (const written of [value, ...forms]) {
    const whole = squeezedForm(written);
    if (whole.length >= 4 || (whole.length >= 3 && /\d/.test(whole) && type !== 'AGE')) made.add(whole);
    const digits = written.replaceAll(/\D/g, '');
    if (digits.length >= 6 && type !== 'DATE') made.add(digits);
    if (type === 'NAME') {
      const words = wordsOf(written);
      for (let turn = 1; turn < words.length; turn += 1)
        made.add([...words.slice(turn), ...words.slice(0, turn)].join(''));
      if (words.length > 1) made.add([...words].reverse().join(''));
      if (words.length > 2) made.add(`${words[0] ?? ''}${words.at(-1) ?? ''}`);
    }
    if (whole.length >= 8) made.add(Array.from(whole).reverse().join(''));
  }
  return [...made].filter((form) => form.length >= 3);
}

const digitsOnly = /\d(?:[\s().·_-]{0,3}\d){5,40}/g;

/** One word of a name, written like a name: the family name alone still names the person. */
function partsOf(slot: View, { type, value }: Identity): Span[] {
  if (type !== 'NAME') return [];
  const parts = value.match(/\p{Lu}[\p{L}\p{M}'’-]{3,40}/gu) ?? [];
  return parts.flatMap((part) => {
    const spelled = [part, part.toUpperCase()];
    return spelled.flatMap((form) => {
      const at = slot.plain.indexOf(form);
      const isWord =
        at >= 0 &&
        !letter.test(slot.plain.charAt(at - 1)) &&
        !letter.test(slot.plain.charAt(at + form.length));
      return isWord ? [{ start: at, end: at + form.length }] : [];
    });
  });
}

/**
 * A value that had been replaced, in any form: other case, spacing or punctuation, without accents, digits only,
 * family name first, backwards, or a part of a name by itself where neither prompt nor documents have that word.
 */
export const originalValue: AnswerCheck = everySlot('original-value', (slot, { map, question, context }) => {
  if (map.identities.length === 0 || slot.plain === '') return [];
  const squeezed = squeeze(slot.lower);
  const given = [question, ...context].map((each) => each.plain).join('\n');
  const runs = [...slot.lower.matchAll(digitsOnly)].map((match) => ({
    digits: match[0].replaceAll(/\D/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return map.identities.flatMap((identity) => {
    const forms = formsOf(identity);
    return [
      ...forms.flatMap((form) => occurrences(squeezed, form)),
      ...runs.filter(({ digits }) => forms.some((form) => /^\d{6,}$/.test(form) && digits.includes(form))),
      ...partsOf(slot, identity).filter(({ start, end }) => !given.includes(slot.plain.slice(start, end))),
    ];
  });
});

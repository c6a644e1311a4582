// SPDX-License-Identifier: Apache-2.0
import type { Identity } from '../../records/identity.ts';
import { type AnswerCheck, everySlot, type Span } from './check.ts';
import { squeeze, squeezed } from './squeeze.ts';
import type { View } from './view.ts';

const letter = /[\p{L}\p{N}]/u;
const wordsOf = (value: string) =>
  (value.toLowerCase().match(/[\p{L}\p{M}\p{N}]{1,60}/gu) ?? []).map(squeezed);

/** The forms in which a value would still be itself: as it is, digits only, family name first, backwards. */
function formsOf({ type, value, forms }: Identity): string[] {
  const made = new Set<string>();
  for (const written of [value, ...forms]) {
    const whole = squeezed(written.toLowerCase());
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

/** Long forms are themselves wherever they stand; short ones only as words, or "Ann" would be in "cannot". */
const anywhere = 12;

const digitsOnly = /\d(?:[\s().·_-]{0,3}\d){5,40}/g;

/** One word of a name, written like a name: the family name alone still names the person. */
function partsOf({ plain }: View, { type, value }: Identity): Span[] {
  if (type !== 'NAME') return [];
  const parts = value.match(/\p{Lu}[\p{L}\p{M}'’-]{3,40}/gu) ?? [];
  return parts
    .flatMap((part) => [part, part.toUpperCase()])
    .flatMap((form) => {
      const at = plain.indexOf(form);
      const end = at + form.length;
      return at >= 0 && !letter.test(plain.charAt(at - 1)) && !letter.test(plain.charAt(end))
        ? [{ start: at, end }]
        : [];
    });
}

/**
 * A value that had been replaced, in any form: other case, spacing or punctuation, without accents, digits only,
 * family name first, backwards, or a part of a name by itself where neither prompt nor documents have that word.
 */
export const originalValue: AnswerCheck = everySlot('original-value', (slot, { map, question, context }) => {
  if (map.identities.length === 0 || slot.plain === '') return [];
  const all = squeezed(slot.lower);
  const runs = [...slot.lower.matchAll(digitsOnly)].map(({ 0: run, index }) => ({
    digits: run.replaceAll(/\D/g, ''),
    start: index,
    end: index + run.length,
  }));
  const given = (part: string) => [question, ...context].some((each) => each.plain.includes(part));
  return map.identities.flatMap((identity) => {
    const forms = formsOf(identity).filter((form) => all.includes(form));
    const letters = forms.length === 0 ? undefined : squeeze(slot.lower);
    return [
      ...forms.flatMap((form) => letters?.find(form, form.length < anywhere) ?? []),
      ...runs.filter(({ digits }) => forms.some((form) => /^\d{6,}$/.test(form) && digits.includes(form))),
      ...partsOf(slot, identity).filter(({ start, end }) => !given(slot.plain.slice(start, end))),
    ];
  });
});
